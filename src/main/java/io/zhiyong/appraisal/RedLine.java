package io.zhiyong.appraisal;

import io.zhiyong.base.Refusal;
import io.zhiyong.base.Refusal.Problem;
import io.zhiyong.base.Text;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses indicators on time online, sign-ins, likes and rankings, by what they are called in Chinese or English. The closed
 * list of {@link Source} already keeps such data out; this keeps them from coming back as typed evaluations.
 */
public final class RedLine {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * What crosses the line, and what may stand in its place.
     *
     * @param word as it was found
     */
    public record Finding(String rule, String word, Source substitute) {}

    private RedLine() {}

    /** The first crossing in a text; empty when there is none. */
    public static Optional<Finding> in(String text) {
        var words = NOT_A_LETTER
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        var joined = words.replace(" ", "");
        return Arrays.stream(Forbidden.values())
                .flatMap(forbidden -> found(forbidden, words, joined).stream())
                .findFirst();
    }

    /**
     * A source by the name it was asked for.
     *
     * @throws Refusal citing the norm when the name is one that may not be, or saying that there is none of that name
     */
    public static Source source(String where, String name) {
        var text = name == null ? "" : name.strip();
        in(text).ifPresent(finding -> {
            throw Refusal.invalid(List.of(problem(where, finding)));
        });
        return Arrays.stream(Source.values())
                .filter(source -> source.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(where, "appraisal.refusal.source", text));
    }

    /** Refuses a scheme with all its crossings at once. */
    static void require(Text title, List<Indicator> indicators) {
        var problems = new ArrayList<Problem>();
        crossing("title", title.zh(), title.en()).ifPresent(problems::add);
        for (var i = 0; i < indicators.size(); i++) {
            var indicator = indicators.get(i);
            crossing(
                            "indicators[" + i + "]",
                            indicator.name().zh(),
                            indicator.name().en(),
                            indicator.id(),
                            indicator.yardstick().of())
                    .ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private static Optional<Problem> crossing(String where, String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> in(text).stream())
                .findFirst()
                .map(finding -> problem(where, finding));
    }

    private static Problem problem(String where, Finding finding) {
        var rule = finding.rule().toLowerCase(Locale.ROOT);
        return Problem.at(where, "appraisal.redLine." + rule, finding.word());
    }

    private static Optional<Finding> found(Forbidden forbidden, String words, String joined) {
        var chinese = forbidden.chinese().matcher(joined);
        if (chinese.find()) {
            return Optional.of(new Finding(forbidden.name(), chinese.group(), forbidden.substitute()));
        }
        var english = forbidden.english().matcher(words);
        return english.find()
                ? Optional.of(new Finding(forbidden.name(), english.group(), forbidden.substitute()))
                : Optional.empty();
    }
}
