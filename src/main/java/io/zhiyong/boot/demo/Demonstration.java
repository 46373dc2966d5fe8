package io.zhiyong.boot.demo;

import io.vertx.core.Future;
import io.zhiyong.org.OrgModule;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the demonstration into an empty store, step by step. A step that a crash cut off is done again, and changes nothing where
 * it had been done; a store that holds somebody else's data is left alone.
 */
public final class Demonstration {
    /** The password of every demonstration account, and of its xAPI client. */
    public static final String PASSWORD = "zhiyong-demo";

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    /** What is loaded at once, and its name among the steps that are done. */
    record Step(String name, Supplier<Future<Void>> work) {}

    private final Collection done;
    private final OrgModule org;

    public Demonstration(Store store, OrgModule org) {
        this.done = store.collection("demonstration_step");
        this.org = org;
    }

    /** Answers when everything is there. */
    public Future<Void> load() {
        return all(List.of(new Step("people", this::people)));
    }

    private Future<Void> all(List<Step> steps) {
        return steps.stream()
                .reduce(
                        Future.<Void>succeededFuture(),
                        (before, step) -> before.compose(ready -> once(step)),
                        (one, other) -> other);
    }

    private Future<Void> once(Step step) {
        return done.byId(step.name()).compose(found -> found.isPresent() ? Future.succeededFuture() : work(step));
    }

    private Future<Void> work(Step step) {
        LOG.info("loading the demonstration: {}", step.name());
        return step.work().get().compose(ready -> done.put(new Document("_id", step.name())));
    }

    private Future<Void> people() {
        var people = DemoPeople.read();
        return org.addUnits(people.units())
                .compose(added -> org.addPosts(people.posts()))
                .compose(added -> org.addPeople(people.people(), PASSWORD))
                .mapEmpty();
    }
}
