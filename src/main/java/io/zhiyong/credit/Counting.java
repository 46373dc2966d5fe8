package io.zhiyong.credit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the lines of one person, year and pack count for: a line that was taken back counts for nothing, a course done again
 * counts once, at its best, and a cap ends what its kind may bring. Earlier lines count first, so the result does not depend on the order
 * in which the lines are given.
 */
public final class Counting {
    /** Oldest first; the id settles what happened at the same instant. */
    public static final Comparator<CreditLine> IN_ORDER = Comparator.comparing(
                    (CreditLine line) -> line.basis().at())
            .thenComparing(line -> line.id().toString());

    private static final Comparator<CreditLine> BEST =
            Comparator.comparing(CreditLine::hours).reversed().thenComparing(IN_ORDER);

    /** Why a line counts for less than it says; {@link #FULL} when it does not. */
    public enum Why {
        FULL,
        REVERSED,
        REVERSAL,
        AGAIN,
        CAPPED
    }

    /**
     * A line and what it counts for.
     *
     * @param cap id of the cap that ended it; empty but for {@link Why#CAPPED}
     */
    public record Counted(CreditLine line, Credit counted, Why why, Optional<String> cap) {}

    private final RulePack pack;
    private final Set<UUID> reversed = new HashSet<>();
    private final Map<String, CreditLine> best = new HashMap<>();
    private final Map<String, Credit> room = new HashMap<>();

    private Counting(RulePack pack) {
        this.pack = pack;
        pack.caps().forEach(cap -> room.put(cap.id(), cap.hours().credit()));
    }

    /** The lines in order, each with what it counts for. */
    public static List<Counted> of(RulePack pack, List<CreditLine> lines) {
        var counting = new Counting(pack);
        lines.forEach(line -> line.reverses().ifPresent(reversal -> counting.reversed.add(reversal.line())));
        lines.forEach(counting::weigh);
        return lines.stream().sorted(IN_ORDER).map(counting::count).toList();
    }

    private Counted count(CreditLine line) {
        if (line.reverses().isPresent()) {
            return nothing(line, Why.REVERSAL);
        }
        if (reversed.contains(line.id())) {
            return nothing(line, Why.REVERSED);
        }
        return again(line) ? nothing(line, Why.AGAIN) : capped(line);
    }

    /** Of a course done again the line with most hours counts, so that doing it again never costs anything. */
    private void weigh(CreditLine line) {
        if (line.reverses().isEmpty() && !reversed.contains(line.id()) && once(line)) {
            best.merge(key(line), line, (one, other) -> BEST.compare(one, other) <= 0 ? one : other);
        }
    }

    private boolean again(CreditLine line) {
        return once(line) && !best.get(key(line)).id().equals(line.id());
    }

    private boolean once(CreditLine line) {
        return pack.rules().stream()
                .anyMatch(rule -> rule.id().equals(line.basis().rule()) && !rule.repeatable());
    }

    private static String key(CreditLine line) {
        return line.basis().rule() + "\n" + line.basis().object();
    }

    private Counted capped(CreditLine line) {
        var caps =
                pack.caps().stream().filter(cap -> cap.of().holds(line.kind())).toList();
        var narrowest = caps.stream().min(Comparator.comparing(cap -> room.get(cap.id())));
        var counted =
                narrowest.map(cap -> line.hours().atMost(room.get(cap.id()))).orElse(line.hours());
        caps.forEach(cap -> room.merge(cap.id(), counted, Credit::minus));
        return counted.equals(line.hours())
                ? new Counted(line, counted, Why.FULL, Optional.empty())
                : new Counted(line, counted, Why.CAPPED, narrowest.map(Cap::id));
    }

    private static Counted nothing(CreditLine line, Why why) {
        return new Counted(line, Credit.NONE, why, Optional.empty());
    }
}
