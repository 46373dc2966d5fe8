package io.zhiyong.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import io.zhiyong.questionbank.Pool;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.util.List;
import java.util.Optional;

/** Exams in {@code exams}, and in {@code exam_pools} what they draw from, by hash, fixed when they are published. */
final class ExamStore {
    /** More are not shown on one page; older ones are over for years. */
    private static final int MOST = 200;

    private final Collection exams;
    private final Collection pools;
    /** By hash: a pool never changes. */
    private final Cache<String, Pool> known =
            Caffeine.newBuilder().maximumSize(20).build();

    ExamStore(Store store) {
        this.exams = store.collection("exams");
        this.pools = store.collection("exam_pools");
    }

    Future<Void> start() {
        // both lists of exams: by unit, last to close first
        return exams.index(Index.on("unit", "closes"));
    }

    Future<Exam> byId(ExamId id) {
        return exams.byId(id.value())
                .map(found -> found.orElseThrow(() -> Refusal.notFound("exam.refusal.unknown")))
                .map(ExamDocuments::exam);
    }

    Future<List<Exam>> byIds(List<ExamId> ids) {
        var values = ids.stream().map(ExamId::value).toList();
        return exams.find(Filters.in("_id", values), Sorts.ascending("_id"), Math.max(1, values.size()))
                .map(found -> found.stream().map(ExamDocuments::exam).toList());
    }

    /** Those set for any of these units, last to close first. */
    Future<List<Exam>> ofUnits(List<UnitId> units) {
        var values = units.stream().map(UnitId::value).toList();
        return exams.find(Filters.in("unit", values), Sorts.descending("closes"), MOST)
                .map(found -> found.stream().map(ExamDocuments::exam).toList());
    }

    Future<Exam> add(Exam exam) {
        return exams.insert(ExamDocuments.document(exam)).map(exam);
    }

    /** Keeps a change; a conflict when it is no longer in the state it was changed from. */
    Future<Exam> change(Exam.State from, Exam exam) {
        return exams.replace(
                        Filters.and(Filters.eq("_id", exam.id().value()), Filters.eq("state", from.name())),
                        ExamDocuments.document(exam))
                .map(changed -> {
                    if (!changed) {
                        throw Refusal.conflict("exam.refusal.changedMeanwhile");
                    }
                    return exam;
                });
    }

    /** The pool first: an exam that can be seen as published can be begun. */
    Future<Exam> publish(Exam exam, Pool pool) {
        return pools.put(ExamDocuments.pool(pool)).compose(done -> change(Exam.State.DRAFT, exam));
    }

    /** What a published exam draws from. */
    Future<Pool> pool(Exam exam) {
        var hash = exam.draw().orElseThrow().poolHash();
        return Optional.ofNullable(known.getIfPresent(hash))
                .map(Future::succeededFuture)
                .orElseGet(() -> readPool(hash));
    }

    private Future<Pool> readPool(String hash) {
        return pools.byId(hash)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("exam.refusal.unknown")))
                .map(ExamDocuments::pool)
                .onSuccess(pool -> known.put(hash, pool));
    }
}
