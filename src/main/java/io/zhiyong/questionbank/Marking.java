package io.zhiyong.questionbank;

import java.util.HashSet;
import java.util.List;

/**
 * Marks one answer (阅卷): 0 ≤ score ≤ points, and the whole points exactly when the answer is the key. Pure.
 */
public final class Marking {
    /** How a multiple choice answered in part is marked. */
    public enum Rule {
        /** The key and nothing else. */
        ALL_OR_NOTHING,
        /** 少选得分，错选不得分: a share for every right option chosen, nothing once a wrong one is among them. */
        PARTIAL,
        /** A share for every right option chosen, less one for every wrong one, not below nothing. */
        PARTIAL_WITH_PENALTY
    }

    /**
     * What an answer earned.
     *
     * @param right whether the answer is the key
     * @param score between nothing and the question's points
     */
    public record Marked(boolean right, Points score) {}

    private Marking() {}

    public static Marked mark(Body body, Answer answer, Points points, Rule rule) {
        if (!answer.given()) {
            return new Marked(false, Points.ZERO);
        }
        if (body instanceof Body.Multiple multiple) {
            return multiple(multiple, answer, points, rule);
        }
        if (body instanceof Body.FillIn fillIn) {
            return share(rightBlanks(fillIn, answer.values()), fillIn.blanks().size(), points);
        }
        var right = body.key().equals(answer.values());
        return new Marked(right, right ? points : Points.ZERO);
    }

    private static Marked multiple(Body.Multiple body, Answer answer, Points points, Rule rule) {
        var chosen = new HashSet<>(answer.values());
        var hits = (int) body.right().stream().filter(chosen::contains).count();
        var wrong = chosen.size() - hits;
        var all = body.right().size();
        return switch (rule) {
            case ALL_OR_NOTHING -> share(wrong == 0 && hits == all ? 1 : 0, 1, points);
            case PARTIAL -> share(wrong == 0 ? hits : 0, all, points);
            case PARTIAL_WITH_PENALTY -> share(Math.max(0, hits - wrong), all, points);
        };
    }

    private static int rightBlanks(Body.FillIn body, List<String> texts) {
        int right = 0;
        for (int i = 0; i < Math.min(texts.size(), body.blanks().size()); i++) {
            if (accepts(body.blanks().get(i), texts.get(i))) {
                right++;
            }
        }
        return right;
    }

    private static boolean accepts(Body.Blank blank, String text) {
        var folded = Fold.fold(text);
        return blank.accepted().stream()
                .anyMatch(spelling -> Fold.fold(spelling).equals(folded));
    }

    private static Marked share(int part, int whole, Points points) {
        return new Marked(part == whole, points.share(part, whole));
    }
}
