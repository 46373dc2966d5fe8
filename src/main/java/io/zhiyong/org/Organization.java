package io.zhiyong.org;

import io.vertx.core.Future;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Who there is, for every feature that needs to know. Single people are remembered for some seconds, so asking for the same ones again
 * costs nothing; lists are read by key, so a page of ten thousand people costs as much as a page of sixty.
 */
public interface Organization {
    /** Fails with a refusal (not found) when there is nobody by this id. */
    Future<Person> person(PersonId id);

    /** Upper or lower case, spaces around it: all the same. */
    Future<Optional<Person>> byAccount(String account);

    /** Those of the ids that somebody has; the rest are absent from the map. */
    Future<Map<PersonId, Person>> people(Collection<PersonId> ids);

    /** The tree as it is now; ask again for every request, it is remembered. */
    Units units();

    /** Every post by its id. */
    Map<PostId, Post> posts();

    /**
     * The active people of exactly this unit, by name.
     *
     * @param after the {@code next} of the page before
     * @param limit 1 to 500
     */
    Future<Page<Person>> membersOf(UnitId unit, Optional<String> after, int limit);

    /** The active people of this unit and of all below it, by name. */
    Future<Page<Person>> membersBelow(UnitId unit, Optional<String> after, int limit);

    /** How many active people there are in the unit and below it; may be some seconds old. */
    Future<Long> countBelow(UnitId unit);

    /** How many active people there are in each unit and below it; a unit without any is 0. May be some seconds old. */
    Future<Map<UnitId, Long>> counts();
}
