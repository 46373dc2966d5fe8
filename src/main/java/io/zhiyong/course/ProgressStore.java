package io.zhiyong.course;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/**
 * Keeps how far people are: one document for each person and course. Two devices at once both get through: whoever finds the
 * document changed reads it again and adds his own event to it. {@code owed} marks what the record has not been told yet.
 */
final class ProgressStore {
    private static final int TRIES = 20;
    private static final int MOST_COURSES = 500;

    private final Collection progress;

    ProgressStore(Store store) {
        this.progress = store.collection("course_progress");
    }

    /** {@code person, _id}: one person's courses; {@code owed}: what is to be told after a crash. */
    Future<Void> start() {
        return progress.index(Index.on("person", "_id"))
                .compose(done -> progress.index(Index.on("owed", "_id").where("owed", true)));
    }

    Future<Progress> of(PersonId person, CourseId course) {
        return progress.byId(ProgressDocuments.id(person, course))
                .map(found -> found.map(ProgressDocuments::progress).orElseGet(() -> Progress.none(person, course)));
    }

    /** All courses a person has begun. */
    Future<List<Progress>> of(PersonId person) {
        return progress.find(Filters.eq("person", person.value()), Sorts.ascending("_id"), MOST_COURSES)
                .map(found -> found.stream().map(ProgressDocuments::progress).toList());
    }

    /** Adds an event to what is kept, however often somebody else comes between; answers with what is kept then. */
    Future<Progress> add(PersonId person, CourseId course, StudyEvent event, Edition edition) {
        return add(person, course, before -> before.after(event, edition), TRIES);
    }

    private Future<Progress> add(PersonId person, CourseId course, Function<Progress, Progress> rule, int tries) {
        return of(person, course)
                .compose(before -> write(before, rule.apply(before)))
                .compose(written -> written.isPresent()
                        ? Future.succeededFuture(written.get())
                        : again(person, course, rule, tries));
    }

    private Future<Progress> again(PersonId person, CourseId course, Function<Progress, Progress> rule, int tries) {
        return tries > 1
                ? add(person, course, rule, tries - 1)
                : Future.failedFuture(Refusal.conflict("course.refusal.busy"));
    }

    /** Empty when somebody else wrote in between. */
    private Future<Optional<Progress>> write(Progress before, Progress after) {
        if (after.equals(before)) {
            return Future.succeededFuture(Optional.of(before));
        }
        var next = new Progress(
                after.person(),
                after.course(),
                after.lessons(),
                after.completed(),
                after.told(),
                before.revision() + 1);
        var document = ProgressDocuments.of(next);
        return keep(before, document).map(kept -> kept ? Optional.of(next) : Optional.empty());
    }

    private Future<Boolean> keep(Progress before, Document document) {
        return before.revision() == 0
                ? progress.insert(document)
                : progress.replace(
                        Filters.and(Filters.eq("_id", document.get("_id")), Filters.eq("revision", before.revision())),
                        document);
    }

    /** Keeps what was never kept before; of somebody who has begun already, nothing. */
    Future<Void> addAll(List<Progress> all) {
        var documents = all.stream()
                .map(each ->
                        new Progress(each.person(), each.course(), each.lessons(), each.completed(), each.told(), 1))
                .map(ProgressDocuments::of)
                .toList();
        return progress.insertAll(documents).mapEmpty();
    }

    /** What the record has not been told yet; at most {@code limit}. */
    Future<List<Progress>> owed(int limit) {
        return progress.find(Filters.eq("owed", true), Sorts.ascending("_id"), limit)
                .map(found -> found.stream().map(ProgressDocuments::progress).toList());
    }

    /** The record was told all that this revision says; a later one says more and stays owed. */
    Future<Void> told(Progress all) {
        var same = Filters.and(
                Filters.eq("_id", ProgressDocuments.id(all.person(), all.course())),
                Filters.eq("revision", all.revision()));
        return progress.update(same, Updates.combine(Updates.set("owed", false), Updates.set("told", all.tellings())))
                .mapEmpty();
    }
}
