package io.zhiyong.credit;

import io.zhiyong.base.Json;
import io.zhiyong.base.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which kinds of people requirements mean, told from what a person's file says. Ranks are written differently everywhere, so
 * the words are data.
 */
public final class Kinds {
    /**
     * A kind by the words of a rank.
     *
     * @param rank a regular expression that the rank contains
     */
    record ByRank(String kind, String rank, Figure.Mark mark, String source) {
        ByRank {
            try {
                Pattern.compile(rank);
            } catch (PatternSyntaxException e) {
                throw Refusal.invalid("rank", "credit.refusal.pattern", rank);
            }
        }

        boolean holds(String actual) {
            return Pattern.compile(rank).matcher(actual).find();
        }
    }

    private final List<ByRank> rules;

    private Kinds(List<ByRank> rules) {
        this.rules = List.copyOf(rules);
    }

    public static Kinds shipped() {
        try (var in = Kinds.class.getResourceAsStream("/credit-kinds.json")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Kinds read(String json) {
        return new Kinds(List.of(Json.read(json, ByRank[].class)));
    }

    /** Those of {@code leader} or {@code others}, {@code division-and-above} or {@code section-and-below}, {@code party-member}. */
    public Set<String> of(String rank, boolean partyMember) {
        var kinds = new HashSet<String>();
        rules.stream().filter(rule -> rule.holds(rank)).forEach(rule -> kinds.add(rule.kind()));
        kinds.add(kinds.contains("leader") ? "leader" : "others");
        kinds.add(kinds.contains("division-and-above") ? "division-and-above" : "section-and-below");
        if (partyMember) {
            kinds.add("party-member");
        }
        return Set.copyOf(kinds);
    }
}
