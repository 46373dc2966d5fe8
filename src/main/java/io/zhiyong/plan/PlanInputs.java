package io.zhiyong.plan;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What organizers and managers send when they make plans. */
final class PlanInputs {
    private PlanInputs() {}

    /**
     * A plan.
     *
     * @param unit whose plan it is, and whose people it is for
     * @param ranks 职级, if only some; each text may hold several, parted by spaces or commas
     * @param people ids of those who are meant besides
     * @param duties what it asks for; one without a place counts as not there
     */
    record PlanInput(
            String title,
            Optional<String> titleEn,
            UnitId unit,
            LocalDate from,
            Optional<List<String>> ranks,
            Optional<Boolean> partyMembersOnly,
            Optional<List<String>> people,
            List<DutyInput> duties) {
        PlanInput {
            if (title == null || title.isBlank()) {
                throw Refusal.invalid("title", "refusal.blank");
            }
            if (unit == null) {
                throw Refusal.invalid("unit", "refusal.blank");
            }
            if (from == null) {
                throw Refusal.invalid("from", "refusal.blank");
            }
            duties = duties == null ? List.of() : List.copyOf(duties);
        }

        Audience audience() {
            var named = split(people).stream().map(PersonId::new).collect(Collectors.toSet());
            return new Audience(Set.of(unit), Set.copyOf(split(ranks)), yes(partyMembersOnly), named);
        }

        Plan plan(PlanId id, PersonId author, Map<String, Text> offered) {
            return new Plan(
                    id,
                    unit,
                    new Text(title, titleEn == null ? "" : titleEn.orElse("")),
                    from,
                    audience(),
                    duties.stream()
                            .filter(DutyInput::chosen)
                            .map(duty -> duty.duty(offered))
                            .toList(),
                    author);
        }

        private static List<String> split(Optional<List<String>> texts) {
            return texts == null
                    ? List.of()
                    : texts.orElse(List.of()).stream()
                            .flatMap(text -> List.of(text.strip().split("[\\s,，、;；]+")).stream())
                            .filter(word -> !word.isEmpty())
                            .distinct()
                            .toList();
        }
    }

    /** A box that is not ticked is not sent. */
    private static boolean yes(Optional<Boolean> ticked) {
        return ticked != null && ticked.orElse(false);
    }

    /**
     * One thing asked for.
     *
     * @param place empty for a row left empty
     */
    record DutyInput(Optional<String> place, Optional<Boolean> required, Optional<LocalDate> due) {
        boolean chosen() {
            return place != null && place.isPresent();
        }

        Duty duty(Map<String, Text> offered) {
            var at = place.orElseThrow();
            if (!offered.containsKey(at)) {
                throw Refusal.invalid("place", "plan.refusal.place", at);
            }
            return new Duty(at, offered.get(at), yes(required), due == null ? null : due.orElse(null));
        }
    }
}
