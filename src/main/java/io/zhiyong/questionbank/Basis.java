package io.zhiyong.questionbank;

import io.zhiyong.base.Language;
import io.zhiyong.base.Refusal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a question rests on (依据), as a key by which questions are found when that text is amended.
 *
 * @param law the name of the law or regulation without brackets (公务员法), or of a classic (论语)
 * @param article the article (条), {@code 26} or {@code 120-1} for 第一百二十条之一; of a classic its chapter (学而); empty: the
 *     work as a whole
 * @param paragraph the paragraph (款), or of a classic the passage; empty: the article as a whole
 */
public record Basis(String law, String article, String paragraph) {
    private static final Pattern ARTICLE = Pattern.compile("([1-9]\\d{0,3})(?:-([1-9]\\d{0,2}))?");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    /** Works cited by chapter and passage, not by article and paragraph. */
    private static final Set<String> CLASSICS = Set.of("论语", "孟子", "大学", "中庸");

    public Basis {
        law = part("law", law);
        article = part("article", article);
        paragraph = part("paragraph", paragraph);
        if (law.isEmpty() || (article.isEmpty() && !paragraph.isEmpty())) {
            throw Refusal.invalid("basis", "questionbank.refusal.basis", law + "/" + article + "/" + paragraph);
        }
        if (!CLASSICS.contains(law)) {
            requireNumbers(article, paragraph);
        }
    }

    /** Of {@code 公务员法/26/2}, {@code 公务员法/26}, {@code 论语/学而/1}; refused when it is none. */
    public static Basis parse(String key) {
        var parts = List.of(key.strip().split("/", -1));
        if (parts.size() > 3) {
            throw Refusal.invalid("basis", "questionbank.refusal.basis", key);
        }
        return new Basis(parts.get(0), parts.size() > 1 ? parts.get(1) : "", parts.size() > 2 ? parts.get(2) : "");
    }

    /** The form that {@link #parse} reads. */
    public String key() {
        var text = new StringBuilder(law);
        if (!article.isEmpty()) {
            text.append('/').append(article);
        }
        if (!paragraph.isEmpty()) {
            text.append('/').append(paragraph);
        }
        return text.toString();
    }

    /** As it is cited: 《公务员法》第二十六条第二款, 《论语·学而》第1段; in English Art. 26, para. 2 of the law's Chinese name. */
    public String label(Language language) {
        if (CLASSICS.contains(law)) {
            return classicLabel(language);
        }
        return language == Language.ZH ? chineseLabel() : englishLabel();
    }

    private String chineseLabel() {
        var text = new StringBuilder("《" + law + "》");
        var match = ARTICLE.matcher(article);
        if (match.matches()) {
            text.append('第').append(chinese(match.group(1))).append('条');
            if (match.group(2) != null) {
                text.append('之').append(chinese(match.group(2)));
            }
        }
        if (!paragraph.isEmpty()) {
            text.append('第').append(chinese(paragraph)).append('款');
        }
        return text.toString();
    }

    private String englishLabel() {
        var text = new StringBuilder("《" + law + "》");
        if (!article.isEmpty()) {
            text.append(" Art. ").append(article);
        }
        if (!paragraph.isEmpty()) {
            text.append(", para. ").append(paragraph);
        }
        return text.toString();
    }

    private String classicLabel(Language language) {
        // 大学 is one text: its second part is the passage already.
        var chapter = NUMBER.matcher(article).matches() ? "" : article;
        var passage = chapter.isEmpty() ? article : paragraph;
        var title = "《" + law + (chapter.isEmpty() ? "" : "·" + chapter) + "》";
        if (passage.isEmpty()) {
            return title;
        }
        return language == Language.ZH ? title + "第" + passage + "段" : title + ", passage " + passage;
    }

    private static String chinese(String digits) {
        return ChineseNumber.of(Integer.parseInt(digits));
    }

    private static void requireNumbers(String article, String paragraph) {
        var fine = (article.isEmpty() || ARTICLE.matcher(article).matches())
                && (paragraph.isEmpty() || NUMBER.matcher(paragraph).matches());
        if (!fine) {
            throw Refusal.invalid("basis", "questionbank.refusal.basis", article + "/" + paragraph);
        }
    }

    private static String part(String what, String value) {
        var text = Limits.optional(what, value, Limits.NAME);
        if (text.indexOf('/') >= 0 || text.indexOf(']') >= 0 || text.indexOf('\n') >= 0) {
            throw Refusal.invalid("basis", "questionbank.refusal.basis", text);
        }
        return text;
    }
}
