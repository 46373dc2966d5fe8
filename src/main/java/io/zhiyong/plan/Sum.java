package io.zhiyong.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the people of one unit come to, without those below: a number of people, and for each place how many have done it.
 * Nothing in it depends on the day, so it changes only when somebody does something, comes or goes.
 */
record Sum(int people, Map<String, Integer> done) {
    static final Sum NONE = new Sum(0, Map.of());

    Sum {
        done = Map.copyOf(done);
    }

    static Sum of(List<Member> members) {
        var done = new HashMap<String, Integer>();
        members.forEach(member -> member.done().keySet().forEach(place -> done.merge(place, 1, Integer::sum)));
        return new Sum(members.size(), done);
    }

    Sum plus(Sum other) {
        var all = new HashMap<>(done);
        other.done.forEach((place, count) -> all.merge(place, count, Integer::sum));
        return new Sum(people + other.people, all);
    }

    static Sum of(Collection<Sum> sums) {
        return sums.stream().reduce(NONE, Sum::plus);
    }

    int done(Duty duty) {
        return done.getOrDefault(duty.place(), 0);
    }

    /** How many times something required is past its day and not done. */
    int overdue(List<Duty> duties, LocalDate today) {
        return duties.stream()
                .filter(duty -> duty.required() && today.isAfter(duty.due()))
                .mapToInt(duty -> people - done(duty))
                .sum();
    }

    /** Share of all that is required that is done, in whole per cent, rounded down; 100 where nothing is. */
    int percent(List<Duty> duties) {
        var required = duties.stream().filter(Duty::required).toList();
        var all = people * required.size();
        return all == 0 ? 100 : required.stream().mapToInt(this::done).sum() * 100 / all;
    }
}
