package io.zhiyong.exam;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.exam.Attempt.Entry;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Attempts in {@code attempts}, one document each. An answer is acknowledged when it is durable; it is written only while the
 * attempt is open and only over an older one, in one atomic write; handing in is one more, bound to the revision that was marked.
 */
final class AttemptStore {
    private static final int SWEPT = 200;

    private final Collection attempts;

    AttemptStore(Store store) {
        this.attempts = store.collection("attempts");
    }

    /** Where an attempt stands; what is {@code HANDED} the record has not been told yet. */
    enum Phase {
        OPEN,
        HANDED,
        TOLD
    }

    Future<Void> start() {
        return Future.all(
                        // of one person in one exam; its uniqueness decides between two who begin at once
                        attempts.index(Index.on("exam", "person", "number").unique()),
                        // of one person in all exams
                        attempts.index(Index.on("person", "exam")),
                        // an exam's results, page by page
                        attempts.index(Index.on("exam", "_id")),
                        // the sweep
                        attempts.index(Index.on("phase", "deadline")))
                .mapEmpty();
    }

    /** False when the person began this attempt elsewhere at the same time. */
    Future<Boolean> begin(Attempt attempt) {
        return attempts.insert(AttemptDocuments.document(attempt));
    }

    /** Keeps one that is over; false when it is there already. */
    Future<Boolean> keep(Attempt over) {
        return attempts.insert(AttemptDocuments.over(over));
    }

    Future<Attempt> byId(AttemptId id) {
        return attempts.byId(id.value())
                .map(found -> found.orElseThrow(() -> Refusal.notFound("exam.refusal.noAttempt")))
                .map(AttemptDocuments::attempt);
    }

    /** First to last. */
    Future<List<Attempt>> of(ExamId exam, PersonId person) {
        return attempts.find(
                        Filters.and(Filters.eq("exam", exam.value()), Filters.eq("person", person.value())),
                        Sorts.ascending("number"),
                        100)
                .map(AttemptStore::all);
    }

    /** Those of one person in these exams. */
    Future<List<Attempt>> of(PersonId person, List<ExamId> exams) {
        var ids = exams.stream().map(ExamId::value).toList();
        return attempts.find(
                        Filters.and(Filters.eq("person", person.value()), Filters.in("exam", ids)),
                        Sorts.ascending("_id"),
                        1000)
                .map(AttemptStore::all);
    }

    Future<Page<Attempt>> ofExam(ExamId exam, Optional<String> after, int limit) {
        var own = Filters.eq("exam", exam.value());
        var filter = after.map(id -> Filters.and(own, Filters.gt("_id", id))).orElse(own);
        return attempts.find(filter, Sorts.ascending("_id"), limit + 1)
                .map(found ->
                        Page.cut(all(found), limit, attempt -> attempt.id().value()));
    }

    private static List<Attempt> all(List<org.bson.Document> found) {
        return found.stream().map(AttemptDocuments::attempt).toList();
    }

    /** False when the attempt is closed or the place holds something as new; nothing is written then. */
    Future<Boolean> answer(AttemptId id, int place, Entry entry) {
        var field = "answers." + AttemptDocuments.place(place);
        var older = Filters.or(Filters.exists(field, false), Filters.lt(field + ".s", entry.sequence()));
        var filter = Filters.and(Filters.eq("_id", id.value()), Filters.eq("phase", Phase.OPEN.name()), older);
        var update = Updates.combine(
                Updates.set(field, AttemptDocuments.entry(entry)),
                Updates.max("top", entry.sequence()),
                Updates.inc("revision", 1L));
        return attempts.update(filter, update).map(matched -> matched == 1);
    }

    /** False when it was handed in already, or answered after it was marked. */
    Future<Boolean> handIn(Attempt attempt) {
        var filter = Filters.and(
                Filters.eq("_id", attempt.id().value()),
                Filters.eq("phase", Phase.OPEN.name()),
                Filters.eq("revision", attempt.given().revision()));
        var update = Updates.combine(
                Updates.set("handed", AttemptDocuments.handed(attempt.handed().orElseThrow())),
                Updates.set("phase", Phase.HANDED.name()));
        return attempts.update(filter, update).map(matched -> matched == 1);
    }

    Future<Void> told(AttemptId id) {
        return attempts.update(Filters.eq("_id", id.value()), Updates.set("phase", Phase.TOLD.name()))
                .mapEmpty();
    }

    /** Open ones whose time is up, the longest over first. */
    Future<List<Attempt>> over(Instant now) {
        return attempts.find(
                        Filters.and(
                                Filters.eq("phase", Phase.OPEN.name()),
                                Filters.lt("deadline", Date.from(now.minus(Attempt.GRACE)))),
                        Sorts.ascending("deadline"),
                        SWEPT)
                .map(AttemptStore::all);
    }

    /** Handed in, and not yet told to the record because the process ended in between. */
    Future<List<Attempt>> untold() {
        return attempts.find(Filters.eq("phase", Phase.HANDED.name()), Sorts.ascending("deadline"), SWEPT)
                .map(AttemptStore::all);
    }
}
