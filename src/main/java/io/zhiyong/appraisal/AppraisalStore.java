package io.zhiyong.appraisal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.UnitId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/**
 * Appraisals as what happened to them, the results of each run, and what was typed in: inserted, never changed. The number of a
 * happening is part of its key, so of two who act at once one is told to look again. Heads follow from the happenings.
 */
final class AppraisalStore {
    private static final Index HEADS_OF_A_YEAR = Index.on("year", "unit");
    private static final Index HAPPENINGS_IN_ORDER =
            Index.on("appraisal", "number").unique();
    private static final Index RESULTS_OF_A_RUN = Index.on("run", "person").unique();
    private static final Index RESULTS_OF_A_PERSON = Index.on("person", "appraisal");
    private static final Index JUDGEMENTS_OF_AN_APPRAISAL = Index.on("appraisal", "person");

    private static final int MOST_HAPPENINGS = 10_000;
    private static final int MOST_PEOPLE = 20_000;
    private static final int MOST_JUDGEMENTS = 200_000;
    private static final int INSERTED_AT_ONCE = 200;

    private final Collection heads;
    private final Collection happenings;
    private final Collection results;
    private final Collection judgements;

    AppraisalStore(Store store) {
        this.heads = store.collection("appraisals");
        this.happenings = store.collection("appraisal_happenings");
        this.results = store.collection("appraisal_results");
        this.judgements = store.collection("appraisal_judgements");
    }

    Future<Void> start() {
        return Future.all(List.of(
                        heads.index(HEADS_OF_A_YEAR),
                        happenings.index(HAPPENINGS_IN_ORDER),
                        results.index(RESULTS_OF_A_RUN),
                        results.index(RESULTS_OF_A_PERSON),
                        judgements.index(JUDGEMENTS_OF_AN_APPRAISAL)))
                .mapEmpty();
    }

    /** Begins an appraisal with its first scheme. */
    Future<Appraisal> open(Appraisal appraisal, Appraisal.Stamped first) {
        return happenings
                .insert(AppraisalDocuments.of(appraisal.head().id(), first))
                .compose(done -> heads.put(AppraisalDocuments.head(appraisal)))
                .map(appraisal);
    }

    /** Keeps what happened; refused when something else happened meanwhile. */
    Future<Appraisal> happened(Appraisal before, Appraisal.Stamped stamped) {
        var after = before.after(stamped);
        return happenings
                .insert(AppraisalDocuments.of(before.head().id(), stamped))
                .compose(inserted -> inserted
                        ? heads.put(AppraisalDocuments.head(after)).map(after)
                        : Future.failedFuture(Refusal.conflict("appraisal.refusal.raced")));
    }

    Future<Appraisal> byId(AppraisalId id) {
        return heads.byId(id.value()).compose(head -> head.map(found -> folded(found, id))
                .orElseGet(() -> Future.failedFuture(Refusal.notFound("appraisal.refusal.unknown", id.value()))));
    }

    private Future<Appraisal> folded(Document head, AppraisalId id) {
        return happenings
                .find(eq("appraisal", id.value()), ascending("number"), MOST_HAPPENINGS)
                .map(found -> fold(
                        AppraisalDocuments.headOf(head),
                        found.stream().map(AppraisalDocuments::stamped).toList()));
    }

    private static Appraisal fold(Appraisal.Head head, List<Appraisal.Stamped> all) {
        var first = (Happening.SchemeSet) all.get(0).what();
        var appraisal = Appraisal.opened(head, first.scheme());
        for (var stamped : all.subList(1, all.size())) {
            appraisal = appraisal.after(stamped);
        }
        return appraisal;
    }

    Future<List<Appraisal.Stamped>> history(AppraisalId id) {
        return happenings
                .find(eq("appraisal", id.value()), ascending("number"), MOST_HAPPENINGS)
                .map(found -> found.stream().map(AppraisalDocuments::stamped).toList());
    }

    /** A year's appraisals of these units. */
    Future<List<AppraisalDocuments.Line>> ofUnits(java.util.Collection<UnitId> units, int year) {
        var ids = units.stream().map(UnitId::value).toList();
        return heads.find(and(eq("year", year), in("unit", ids)), ascending("unit", "_id"), MOST_HAPPENINGS)
                .map(found -> found.stream().map(AppraisalDocuments::line).toList());
    }

    /** The appraisals a person has a result in, newest first. */
    Future<List<AppraisalDocuments.Line>> ofPerson(PersonId person) {
        return results.find(
                        eq("person", person.value()),
                        descending("appraisal"),
                        MOST_HAPPENINGS,
                        new Document("appraisal", 1))
                .map(found -> found.stream()
                        .map(each -> each.getString("appraisal"))
                        .distinct()
                        .toList())
                .compose(ids -> ids.isEmpty()
                        ? Future.succeededFuture(List.of())
                        : heads.find(in("_id", ids), descending("_id"), ids.size()))
                .map(found -> found.stream().map(AppraisalDocuments::line).toList());
    }

    /** Writes the results of a run, some at a time. */
    Future<Void> keep(AppraisalId id, String run, List<Kept> all) {
        Future<Void> done = Future.succeededFuture();
        for (var start = 0; start < all.size(); start += INSERTED_AT_ONCE) {
            var part = all.subList(start, Math.min(all.size(), start + INSERTED_AT_ONCE)).stream()
                    .map(kept -> AppraisalDocuments.of(id, run, kept))
                    .toList();
            done = done.compose(before -> results.insertAll(part).mapEmpty());
        }
        return done;
    }

    Future<List<Kept>> results(Appraisal appraisal) {
        return appraisal
                .latest()
                .map(latest -> results.find(eq("run", latest.run()), ascending("person"), MOST_PEOPLE)
                        .map(found ->
                                found.stream().map(AppraisalDocuments::kept).toList()))
                .orElseGet(() -> Future.succeededFuture(Collections.emptyList()));
    }

    /** What a board shows, without the evidence. */
    Future<List<Kept.Summary>> summaries(Appraisal appraisal) {
        return appraisal
                .latest()
                .map(latest -> results.find(
                                eq("run", latest.run()), ascending("person"), MOST_PEOPLE, AppraisalDocuments.SUMMARY)
                        .map(found ->
                                found.stream().map(AppraisalDocuments::summary).toList()))
                .orElseGet(() -> Future.succeededFuture(Collections.emptyList()));
    }

    Future<Optional<Kept>> result(Appraisal appraisal, PersonId person) {
        return appraisal
                .latest()
                .map(latest -> results.first(and(eq("run", latest.run()), eq("person", person.value())))
                        .map(found -> found.map(AppraisalDocuments::kept)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    Future<Void> judge(AppraisalId id, Judgement judgement) {
        return judgements.insert(AppraisalDocuments.of(id, judgement)).mapEmpty();
    }

    Future<List<Judgement>> judgements(AppraisalId id) {
        return judgements
                .find(eq("appraisal", id.value()), ascending("person", "_id"), MOST_JUDGEMENTS)
                .map(found -> found.stream().map(AppraisalDocuments::judgement).toList());
    }

    Future<Void> each(Function<List<AppraisalId>, Future<Void>> batch) {
        return heads.each(
                new Document(),
                found -> batch.apply(found.stream()
                        .map(head -> new AppraisalId(head.getString("_id")))
                        .toList()));
    }
}
