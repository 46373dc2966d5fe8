package io.zhiyong.org;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.zhiyong.base.Grant;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People, units and posts as one: what the other features ask, and the changes that concern more than one of them. */
final class OrganizationStore implements Organization {
    private static final String COUNTS = "counts";

    private final PersonStore people;
    private final UnitStore unitStore;
    private final PostStore postStore;
    private final NewsRoom news;
    private final Cache<String, Map<UnitId, Long>> counted = Caffeine.newBuilder()
            .maximumSize(1)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    private volatile Units units = Units.of(List.of());
    private volatile Map<PostId, Post> posts = Map.of();

    OrganizationStore(PersonStore people, UnitStore unitStore, PostStore postStore, NewsRoom news) {
        this.people = people;
        this.unitStore = unitStore;
        this.postStore = postStore;
        this.news = news;
    }

    Future<Void> start() {
        news.on(NewsRoom.Kind.UNITS, nothing -> reload());
        news.on(NewsRoom.Kind.PERSON, id -> {
            people.forget(new PersonId(id));
            counted.invalidateAll();
        });
        return Future.all(people.start(), unitStore.start())
                .compose(ready -> reload())
                .compose(loaded -> unitStore.moving())
                .compose(unfinished -> Future.all(
                                unfinished.stream().map(this::replantBelow).toList())
                        .mapEmpty());
    }

    private Future<Void> reload() {
        return Future.all(unitStore.load(), postStore.load()).map(both -> {
            units = both.resultAt(0);
            posts = both.resultAt(1);
            return null;
        });
    }

    private Future<Void> changed() {
        return reload().onSuccess(done -> news.tell(NewsRoom.Kind.UNITS, ""));
    }

    @Override
    public Units units() {
        return units;
    }

    @Override
    public Map<PostId, Post> posts() {
        return posts;
    }

    @Override
    public Future<Person> person(PersonId id) {
        return people.byId(id).map(found -> found.orElseThrow(() -> Refusal.notFound("org.refusal.person")));
    }

    @Override
    public Future<Optional<Person>> byAccount(String account) {
        return people.byAccount(account);
    }

    @Override
    public Future<Map<PersonId, Person>> people(Collection<PersonId> ids) {
        return people.byIds(ids);
    }

    @Override
    public Future<Page<Person>> membersOf(UnitId unit, Optional<String> after, int limit) {
        return people.list(new PersonStore.Range(unit, false, true, false, ""), after, limit);
    }

    @Override
    public Future<Page<Person>> membersBelow(UnitId unit, Optional<String> after, int limit) {
        return people.list(new PersonStore.Range(unit, true, true, false, ""), after, limit);
    }

    Future<Page<Person>> list(PersonStore.Range range, Optional<String> after, int limit) {
        return people.list(range, after, limit);
    }

    @Override
    public Future<Long> countBelow(UnitId unit) {
        units.unit(unit);
        return counts().map(counts -> counts.getOrDefault(unit, 0L));
    }

    @Override
    public Future<Map<UnitId, Long>> counts() {
        var known = counted.getIfPresent(COUNTS);
        return known != null
                ? Future.succeededFuture(known)
                : people.headcounts().map(own -> {
                    var sums = sums(own);
                    counted.put(COUNTS, sums);
                    return sums;
                });
    }

    private Map<UnitId, Long> sums(Map<UnitId, Long> own) {
        var sums = new HashMap<UnitId, Long>();
        for (var unit : units.all()) {
            sums.merge(unit.id(), 0L, Long::sum);
            var count = own.getOrDefault(unit.id(), 0L);
            units.path(unit.id()).forEach(above -> sums.merge(above.id(), count, Long::sum));
        }
        return Map.copyOf(sums);
    }

    /** The ids from the root down, as every person's document carries them. */
    List<String> pathOf(UnitId unit) {
        return units.path(unit).stream().map(above -> above.id().value()).toList();
    }

    Future<Person> add(Person person) {
        requirePost(person.post());
        return people.insert(person, pathOf(person.unit())).onSuccess(this::tell);
    }

    /** Adds those whose id and account nobody has yet, and gives them. */
    Future<List<Person>> addMissing(List<Person> all) {
        var documents = all.stream()
                .map(person -> PersonDocuments.of(person, pathOf(person.unit())))
                .toList();
        return people.insertAll(documents)
                .map(taken -> java.util.stream.IntStream.range(0, all.size())
                        .filter(at -> !taken.contains(at))
                        .mapToObj(all::get)
                        .toList())
                .onSuccess(added -> counted.invalidateAll());
    }

    /** Writes the fields named, as the person now has them. */
    Future<Person> change(Person person, String... fields) {
        requirePost(person.post());
        return people.update(person, pathOf(person.unit()), List.of(fields)).onSuccess(this::tell);
    }

    /** Gives the person other roles, unless somebody else has just done so. */
    Future<Person> regrant(Person before, List<Grant> grants) {
        return people.regrant(before, grants).onSuccess(this::tell);
    }

    private void tell(Person person) {
        news.tell(NewsRoom.Kind.PERSON, person.id().value());
    }

    private void requirePost(Optional<PostId> post) {
        if (post.isPresent() && !posts.containsKey(post.get())) {
            throw Refusal.invalid("post", "org.refusal.post", post.get().value());
        }
    }

    Future<Void> addUnits(List<Unit> all) {
        return Future.succeededFuture(units.withMissing(all))
                .compose(sound -> unitStore.addMissing(all))
                .compose(added -> changed());
    }

    Future<Void> rename(UnitId unit, Text name) {
        units.unit(unit);
        return unitStore.rename(unit, name).compose(done -> changed());
    }

    /** Moves a unit with all that is below it; a crash in between is made good at the next start. */
    Future<Void> move(UnitId unit, UnitId parent) {
        units.moved(unit, parent);
        return unitStore.move(unit, parent).compose(done -> changed()).compose(done -> replantBelow(unit));
    }

    private Future<Void> replantBelow(UnitId unit) {
        return Future.all(units.below(unit).stream()
                        .map(each -> people.replant(each, pathOf(each)))
                        .toList())
                .compose(done -> unitStore.moved(unit))
                .onSuccess(done -> counted.invalidateAll());
    }

    Future<Void> addPosts(List<Post> all) {
        return postStore.addMissing(all).compose(added -> changed());
    }

    Future<Void> renamePost(PostId post, Text name) {
        return postStore
                .rename(post, name)
                .compose(matched -> matched > 0
                        ? changed()
                        : Future.failedFuture(Refusal.notFound("org.refusal.post", post.value())));
    }

    PersonStore people() {
        return people;
    }

    UnitStore unitStore() {
        return unitStore;
    }

    /** After many people were written at once. */
    Future<Void> refreshed() {
        counted.invalidateAll();
        return changed();
    }
}
