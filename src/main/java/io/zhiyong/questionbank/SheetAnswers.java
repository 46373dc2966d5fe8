package io.zhiyong.questionbank;

import io.zhiyong.base.Refusal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Options, types and keys in the many ways that tables write them. */
final class SheetAnswers {
    private static final Set<String> TRUE = Set.of("正确", "对", "√", "✓", "✔", "t", "true", "是", "y", "yes", "right");
    private static final Set<String> FALSE =
            Set.of("错误", "错", "×", "✗", "✘", "x", "f", "false", "否", "n", "no", "wrong", "不正确");
    private static final Map<String, QuestionType> TYPES = Map.ofEntries(
            Map.entry("单选", QuestionType.SINGLE),
            Map.entry("单项选择", QuestionType.SINGLE),
            Map.entry("single", QuestionType.SINGLE),
            Map.entry("多选", QuestionType.MULTIPLE),
            Map.entry("多项选择", QuestionType.MULTIPLE),
            Map.entry("不定项", QuestionType.MULTIPLE),
            Map.entry("不定项选择", QuestionType.MULTIPLE),
            Map.entry("multiple", QuestionType.MULTIPLE),
            Map.entry("判断", QuestionType.TRUE_FALSE),
            Map.entry("是非", QuestionType.TRUE_FALSE),
            Map.entry("truefalse", QuestionType.TRUE_FALSE),
            Map.entry("填空", QuestionType.FILL_IN),
            Map.entry("fillin", QuestionType.FILL_IN));
    private static final Pattern LETTERS = Pattern.compile("[A-Pa-p](?:[\\s,、;/|和及]*[A-Pa-p])*");
    private static final Pattern PREFIX = Pattern.compile("^[(]?([A-Pa-p])[)]?\\s*[.、:)．]\\s*");
    private static final Pattern MARK = Pattern.compile("(?:^|[\\s;；|])[(（]?([A-P])[)）]?\\s*[.、．:：)）]\\s*");

    private SheetAnswers() {}

    static boolean looksLikeKey(String text) {
        return letters(text).isPresent() || truth(text).isPresent();
    }

    static boolean looksLikeType(String text) {
        return TYPES.containsKey(typeName(text));
    }

    /** Empty when nothing is said; refused when it is a type that is not supported, or none. */
    static Optional<QuestionType> type(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(TYPES.get(typeName(text)))
                .orElseThrow(() -> Refusal.unsupported("questionbank.refusal.sheetType", text)));
    }

    private static String typeName(String text) {
        return Fold.fold(text).replaceAll("题$|[_-]", "").replaceAll("题$", "");
    }

    static Optional<Boolean> truth(String text) {
        var folded = Fold.fold(text);
        if (TRUE.contains(folded)) {
            return Optional.of(true);
        }
        return FALSE.contains(folded) ? Optional.of(false) : Optional.empty();
    }

    /** Of {@code ABD}, {@code A B D}, {@code A、B、D}, full-width too: the letters in order, each once. */
    static Optional<List<String>> letters(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("[.。]$", "");
        if (!LETTERS.matcher(plain).matches()) {
            return Optional.empty();
        }
        return Optional.of(plain.chars()
                .map(Character::toUpperCase)
                .filter(c -> c >= 'A' && c <= 'P')
                .sorted()
                .distinct()
                .mapToObj(c -> String.valueOf((char) c))
                .toList());
    }

    /** An option without the letter that stands before it. */
    static String withoutPrefix(String text) {
        var match = PREFIX.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return match.find()
                ? text.substring(Math.min(match.end(), text.length())).strip()
                : text.strip();
    }

    /** The options of one cell: parted by their letters, by lines, or by bars and semicolons. */
    static List<String> split(String cell) {
        var marks = MARK.matcher(cell).results().toList();
        if (marks.size() > 1) {
            var parts = new ArrayList<String>();
            for (int i = 0; i < marks.size(); i++) {
                var end = i + 1 < marks.size() ? marks.get(i + 1).start() : cell.length();
                parts.add(cell.substring(marks.get(i).end(), end).strip());
            }
            return parts;
        }
        return Stream.of("\n", "\\|", "[;；]")
                .map(separator -> Arrays.stream(cell.split(separator))
                        .map(SheetAnswers::withoutPrefix)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .filter(parts -> parts.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    /** The letters of the right options, given as letters or as the options' own texts. */
    static List<String> key(String text, List<String> options) {
        var byLetter = letters(text);
        if (byLetter.isPresent()) {
            return byLetter.get();
        }
        var whole = place(text, options);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        var parts = Arrays.stream(text.split("[;；|\n、,，]"))
                .filter(part -> !part.isBlank())
                .map(part -> place(part, options)
                        .orElseThrow(() -> Refusal.invalid("key", "questionbank.refusal.sheetKey", part.strip())))
                .sorted()
                .distinct()
                .toList();
        if (parts.isEmpty()) {
            throw Refusal.invalid("key", "questionbank.refusal.keyMissing");
        }
        return parts;
    }

    private static Optional<String> place(String text, List<String> options) {
        var wanted = Fold.fold(withoutPrefix(text));
        for (int i = 0; i < options.size(); i++) {
            if (Fold.fold(options.get(i)).equals(wanted)) {
                return Optional.of(Option.letter(i));
            }
        }
        return Optional.empty();
    }
}
