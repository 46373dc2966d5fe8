package io.zhiyong.questionbank;

import io.zhiyong.base.Hashes;
import io.zhiyong.base.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a paper by a blueprint from a pool (组卷). The same seed draws the same paper, and any program can check it: what comes
 * first is what has the smallest first eight bytes, unsigned, of SHA-256 over {@code seed|id} (for options {@code seed|id|key}),
 * equal ones by id. Rows are filled in turn from that order; a row that finds its questions taken by an earlier one moves that
 * one on to another of its own, so that a paper is refused only when none exists.
 */
public final class PaperDraw {
    private PaperDraw() {}

    /** What a row of a blueprint could have, by itself. */
    public static List<Integer> supply(Blueprint blueprint, Pool pool) {
        return blueprint.rows().stream()
                .map(row -> (int) pool.entries().stream().filter(row::takes).count())
                .toList();
    }

    /** The paper, or a refusal that names each row that lacks questions, and how many. */
    public static Paper draw(Blueprint blueprint, Pool pool, String seed) {
        var draw = new Rows(blueprint, pool, seed);
        var problems = new ArrayList<Refusal.Problem>();
        for (int row = 0; row < blueprint.rows().size(); row++) {
            var wanted = blueprint.rows().get(row).count();
            var missing = wanted - draw.fill(row, wanted);
            if (missing > 0) {
                problems.add(Refusal.Problem.at(
                        "rows[" + row + "]", "questionbank.refusal.rowLacks", row + 1, missing, wanted));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return draw.paper(seed);
    }

    private static long rank(String text) {
        return ByteBuffer.wrap(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private record Ranked(Pool.Entry entry, long rank) {
        private static final Comparator<Ranked> ORDER = ((Comparator<Ranked>)
                        (one, other) -> Long.compareUnsigned(one.rank, other.rank))
                .thenComparing(ranked -> ranked.entry.id().value());
    }

    /** Which row has which question: a matching, grown one question at a time along a shortest chain of moves. */
    private static final class Rows {
        private final Blueprint blueprint;
        private final List<List<Pool.Entry>> candidates = new ArrayList<>();
        private final Map<QuestionId, Integer> rowOf = new HashMap<>();

        Rows(Blueprint blueprint, Pool pool, String seed) {
            this.blueprint = blueprint;
            var ordered = pool.usefulFor(blueprint).entries().stream()
                    .map(entry -> new Ranked(entry, rank(seed + "|" + entry.id())))
                    .sorted(Ranked.ORDER)
                    .map(Ranked::entry)
                    .toList();
            for (var row : blueprint.rows()) {
                candidates.add(ordered.stream().filter(row::takes).toList());
            }
        }

        /** How many of {@code wanted} the row got. */
        int fill(int row, int wanted) {
            for (int got = 0; got < wanted; got++) {
                if (!grow(row)) {
                    return got;
                }
            }
            return wanted;
        }

        /** A question and the row that would give it up. */
        private record Move(int to, QuestionId question) {}

        private boolean grow(int start) {
            var reachedBy = new HashMap<Integer, Move>();
            var queue = new ArrayDeque<Integer>(List.of(start));
            reachedBy.put(start, new Move(-1, null));
            while (!queue.isEmpty()) {
                int row = queue.remove();
                var free = candidates.get(row).stream()
                        .filter(entry -> !rowOf.containsKey(entry.id()))
                        .findFirst();
                if (free.isPresent()) {
                    shift(row, free.get().id(), reachedBy);
                    return true;
                }
                for (var entry : candidates.get(row)) {
                    var owner = rowOf.get(entry.id());
                    if (reachedBy.putIfAbsent(owner, new Move(row, entry.id())) == null) {
                        queue.add(owner);
                    }
                }
            }
            return false;
        }

        private void shift(int row, QuestionId question, Map<Integer, Move> reachedBy) {
            int at = row;
            var gets = question;
            while (at >= 0) {
                rowOf.put(gets, at);
                var move = reachedBy.get(at);
                gets = move.question();
                at = move.to();
            }
        }

        Paper paper(String seed) {
            var items = new ArrayList<Paper.Item>();
            for (int row = 0; row < candidates.size(); row++) {
                for (var entry : candidates.get(row)) {
                    if (Integer.valueOf(row).equals(rowOf.get(entry.id()))) {
                        items.add(new Paper.Item(
                                entry.id(),
                                entry.version(),
                                row,
                                blueprint.rows().get(row).each(),
                                order(entry, seed)));
                    }
                }
            }
            return new Paper(items);
        }

        private static List<String> order(Pool.Entry entry, String seed) {
            return entry.options().stream()
                    .sorted(((Comparator<String>) (one, other) -> Long.compareUnsigned(
                                    rank(seed + "|" + entry.id() + "|" + one),
                                    rank(seed + "|" + entry.id() + "|" + other)))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }
}
