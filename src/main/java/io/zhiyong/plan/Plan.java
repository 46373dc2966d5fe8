package io.zhiyong.plan;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A plan of study.
 *
 * @param unit whose plan it is: managers and organizers of this unit, or of one above it, look after it
 * @param from first day on which it is shown to those it is for
 * @param duties 1 to 50, by due day; nothing twice
 * @param author who made it
 */
public record Plan(
        PlanId id, UnitId unit, Text title, LocalDate from, Audience audience, List<Duty> duties, PersonId author) {
    private static final int MOST = 50;
    private static final int LONGEST = 120;
    private static final Comparator<Duty> BY_DUE =
            Comparator.comparing(Duty::due).thenComparing(Duty::place);

    public Plan {
        duties = duties.stream().sorted(BY_DUE).toList();
        if (duties.isEmpty() || duties.size() > MOST) {
            throw Refusal.invalid("duties", "refusal.range", duties.size(), 1, MOST);
        }
        if (title.zh().length() > LONGEST || title.en().length() > LONGEST) {
            throw Refusal.invalid("title", "refusal.tooLong", LONGEST);
        }
        var seen = new HashSet<String>();
        for (var duty : duties) {
            if (!seen.add(duty.place())) {
                throw Refusal.invalid("duties", "plan.refusal.twice", duty.place());
            }
        }
    }

    public Optional<Duty> duty(String place) {
        return duties.stream().filter(duty -> duty.place().equals(place)).findFirst();
    }
}
