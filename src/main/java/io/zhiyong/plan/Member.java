package io.zhiyong.plan;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody whom a plan is for, and what he did of it.
 *
 * @param path the units from the root to his own
 * @param done by place, the earliest that counts
 */
record Member(PlanId plan, PersonId person, String name, List<UnitId> path, Map<String, Completion.Done> done) {
    Member {
        path = List.copyOf(path);
        done = Map.copyOf(done);
    }

    UnitId unit() {
        return path.get(path.size() - 1);
    }

    Completion completion(Duty duty, LocalDate today, ZoneId zone) {
        return Completion.of(duty, Optional.ofNullable(done.get(duty.place())), today, zone);
    }

    List<Completion> completions(Plan of, LocalDate today, ZoneId zone) {
        return of.duties().stream().map(duty -> completion(duty, today, zone)).toList();
    }

    /** The earliest day of what is asked for and not done: who has the earliest is latest. Empty when nothing is missing. */
    Optional<LocalDate> oldest(Plan of) {
        return of.duties().stream()
                .filter(duty -> duty.required() && !done.containsKey(duty.place()))
                .map(Duty::due)
                .findFirst();
    }
}
