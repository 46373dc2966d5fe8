package io.zhiyong.course;

import io.zhiyong.base.PersonId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An edition that is being written.
 *
 * @param authors everybody who wrote in it; none of them may publish it
 * @param submitted waiting for another organizer's eyes; nobody writes in it meanwhile
 * @param sentBack why the last submission was sent back
 */
public record Draft(Edition edition, Set<PersonId> authors, boolean submitted, Optional<String> sentBack) {
    public Draft {
        authors = Set.copyOf(authors);
    }

    static Draft of(Edition edition, PersonId author) {
        return new Draft(edition, Set.of(author), false, Optional.empty());
    }

    Draft written(Edition other, PersonId author) {
        var all = new HashSet<>(authors);
        all.add(author);
        return new Draft(other, all, false, sentBack);
    }
}
