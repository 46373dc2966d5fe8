package io.zhiyong.contest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.zhiyong.base.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who plays, by seat. A value: a change gives another roster. */
final class Roster {
    /** As many as one contest seats: twice what it is measured for. */
    static final int MOST_SEATS = 20_000;

    private final String code;
    private final boolean locked;
    private final List<Seat> seats;
    private final Map<PersonId, Integer> numbers;

    /**
     * @param code what finds the lobby; empty while there is none
     * @param locked nobody new is let in
     * @param seats in the order of their numbers
     */
    @JsonCreator
    Roster(
            @JsonProperty("code") String code,
            @JsonProperty("locked") boolean locked,
            @JsonProperty("seats") List<Seat> seats) {
        this.code = code;
        this.locked = locked;
        this.seats = List.copyOf(seats);
        this.numbers = new HashMap<>();
        seats.forEach(seat -> numbers.put(seat.person(), seat.number()));
    }

    static Roster empty() {
        return new Roster("", false, List.of());
    }

    @JsonProperty
    String code() {
        return code;
    }

    @JsonProperty
    boolean locked() {
        return locked;
    }

    @JsonProperty
    List<Seat> seats() {
        return seats;
    }

    Optional<Seat> of(PersonId person) {
        return Optional.ofNullable(numbers.get(person)).map(number -> seats.get(number - 1));
    }

    Optional<Seat> at(int number) {
        return number >= 1 && number <= seats.size() ? Optional.of(seats.get(number - 1)) : Optional.empty();
    }

    int active() {
        return (int) seats.stream().filter(Seat::isActive).count();
    }

    Roster open(String joinCode) {
        return new Roster(joinCode, locked, seats);
    }

    Roster locked(boolean lock) {
        return new Roster(code, lock, seats);
    }

    /** Puts seats in their places: new numbers follow the last one, known ones are replaced. */
    Roster with(List<Seat> placed) {
        var next = new ArrayList<>(seats);
        for (var seat : placed) {
            if (seat.number() <= next.size()) {
                next.set(seat.number() - 1, seat);
            } else {
                next.add(seat);
            }
        }
        return new Roster(code, locked, next);
    }
}
