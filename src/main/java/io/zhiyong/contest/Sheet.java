package io.zhiyong.contest;

import java.util.List;
import java.util.Optional;

/**
 * A scored question: what everybody chose and earned.
 *
 * @param voided counts for nobody
 * @param counts how many chose each option, in the options' order
 * @param marks by seat, one at most for each
 */
record Sheet(int question, boolean voided, List<Integer> counts, List<Mark> marks) {
    Sheet {
        counts = List.copyOf(counts);
        marks = List.copyOf(marks);
    }

    static Sheet voided(int question) {
        return new Sheet(question, true, List.of(), List.of());
    }

    Sheet asVoid() {
        return new Sheet(question, true, counts, marks);
    }

    /** Sorted by seat, so it is a search. */
    Optional<Mark> of(int seat) {
        var low = 0;
        var high = marks.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var found = marks.get(middle).seat();
            if (found == seat) {
                return Optional.of(marks.get(middle));
            }
            if (found < seat) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
