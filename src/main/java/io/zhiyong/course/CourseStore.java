package io.zhiyong.course;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.zhiyong.base.Refusal;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;

/** Keeps courses: one document each, what is taught and what is being written. */
final class CourseStore {
    private static final int TRIES = 5;
    private final Collection courses;

    CourseStore(Store store) {
        this.courses = store.collection("courses");
    }

    /** {@code state, _id}: lists of what is taught; {@code unit, _id}: what the organizers of a unit look after. */
    Future<Void> start() {
        return courses.index(Index.on("state", "_id")).compose(done -> courses.index(Index.on("unit", "_id")));
    }

    /** Fails with a refusal when there is none. */
    Future<Course> byId(CourseId id) {
        return find(id).map(found -> found.orElseThrow(() -> Refusal.notFound("course.refusal.course", id.value())));
    }

    Future<Optional<Course>> find(CourseId id) {
        return courses.byId(id.value()).map(found -> found.map(CourseDocuments::course));
    }

    Future<List<Course>> byIds(java.util.Collection<String> ids) {
        return courses.find(Filters.in("_id", ids), Sorts.ascending("_id"), Math.max(1, ids.size()))
                .map(CourseStore::all);
    }

    /**
     * What can be studied, by id.
     *
     * @param after id of the last one seen; empty from the beginning
     */
    Future<List<Course>> open(String after, int limit) {
        var filter = Filters.and(Filters.eq("state", Course.State.PUBLISHED.name()), Filters.gt("_id", after));
        return courses.find(filter, Sorts.ascending("_id"), limit).map(CourseStore::all);
    }

    /** What these units' organizers look after. */
    Future<List<Course>> ofUnits(java.util.Collection<String> units, String after, int limit) {
        var filter = Filters.and(Filters.in("unit", units), Filters.gt("_id", after));
        return courses.find(filter, Sorts.ascending("_id"), limit).map(CourseStore::all);
    }

    /** False when there is one of this id already. */
    Future<Boolean> insert(Course course) {
        return courses.insert(CourseDocuments.of(course));
    }

    /** Changes a course under the eyes of whoever changes it at the same time: the rule is applied anew to what he left. */
    Future<Course> change(CourseId id, UnaryOperator<Course> rule) {
        return change(id, rule, TRIES);
    }

    private Future<Course> change(CourseId id, UnaryOperator<Course> rule, int tries) {
        return byId(id).map(rule).compose(next -> {
            var stored = new Course(
                    next.id(),
                    next.unit(),
                    next.live(),
                    next.draft(),
                    next.retired(),
                    next.history(),
                    next.revision() + 1);
            var same = Filters.and(Filters.eq("_id", id.value()), Filters.eq("revision", next.revision()));
            return courses.replace(same, CourseDocuments.of(stored))
                    .compose(written -> written ? Future.succeededFuture(stored) : again(id, rule, tries));
        });
    }

    private Future<Course> again(CourseId id, UnaryOperator<Course> rule, int tries) {
        return tries > 1 ? change(id, rule, tries - 1) : Future.failedFuture(Refusal.conflict("course.refusal.busy"));
    }

    private static List<Course> all(List<Document> documents) {
        return documents.stream().map(CourseDocuments::course).toList();
    }
}
