package io.zhiyong.plan;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.UnitId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps who has done what of a plan, and the sums by unit that the board is made of. */
final class MemberStore {
    private static final int MOST_PLANS = 200;
    private static final int MOST_UNITS = 5000;

    private final Collection members;
    private final Collection sums;

    MemberStore(Store store) {
        this.members = store.collection("plan_members");
        this.sums = store.collection("plan_sums");
    }

    /**
     * {@code person}: one's own plans; {@code plan, path, oldest}: who of a unit and below is latest; {@code plan, unit,
     * oldest}: the people of just one unit. Sums are read by {@code _id}.
     */
    Future<Void> start() {
        return members.index(Index.on("person"))
                .compose(done -> members.index(Index.on("plan", "path", "oldest", "_id")))
                .compose(done -> members.index(Index.on("plan", "unit", "oldest", "_id")))
                .compose(done -> sums.index(Index.on("plan")));
    }

    Future<List<Member>> of(PersonId person) {
        return members.find(Filters.eq("person", person.value()), Sorts.ascending("_id"), MOST_PLANS)
                .map(MemberStore::all);
    }

    Future<List<Member>> ofPeople(PlanId plan, List<PersonId> people) {
        var ids = people.stream()
                .map(person -> PlanDocuments.memberId(plan, person))
                .toList();
        return members.find(Filters.in("_id", ids), Sorts.ascending("_id"), Math.max(1, ids.size()))
                .map(MemberStore::all);
    }

    Future<Void> put(Plan plan, List<Member> all) {
        var writes = new ArrayList<WriteModel<Document>>();
        for (var member : all) {
            var document = PlanDocuments.of(member, plan);
            writes.add(new ReplaceOneModel<>(
                    Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true)));
        }
        return members.writeAll(writes);
    }

    Future<Void> remove(PlanId plan, List<PersonId> people) {
        var ids = people.stream()
                .map(person -> PlanDocuments.memberId(plan, person))
                .toList();
        return ids.isEmpty()
                ? Future.succeededFuture()
                : members.deleteAll(Filters.in("_id", ids)).mapEmpty();
    }

    /** All members of a plan, batch after batch. */
    Future<Void> each(PlanId plan, Function<List<Member>, Future<Void>> batch) {
        return members.each(Filters.eq("plan", plan.value()), documents -> batch.apply(all(documents)));
    }

    /** All members of a plan in a unit and below it, batch after batch, by id. */
    Future<Void> eachBelow(PlanId plan, UnitId unit, Function<List<Member>, Future<Void>> batch) {
        return members.each(
                Filters.and(Filters.eq("plan", plan.value()), Filters.eq("path", unit.value())),
                documents -> batch.apply(all(documents)));
    }

    /** Who of a unit and below misses something whose day is over: the latest first. */
    Future<List<Member>> late(PlanId plan, UnitId unit, LocalDate today, int limit) {
        var filter = Filters.and(
                Filters.eq("plan", plan.value()),
                Filters.eq("path", unit.value()),
                Filters.lt("oldest", today.toString()));
        return members.find(filter, Sorts.ascending("oldest", "_id"), limit).map(MemberStore::all);
    }

    /**
     * The people of just this unit, the latest first.
     *
     * @param after day and id of the last one seen, as {@link #key} gives them
     */
    Future<List<Member>> ofUnit(PlanId plan, UnitId unit, Optional<String> after, int limit) {
        var filter = new ArrayList<Bson>(List.of(Filters.eq("plan", plan.value()), Filters.eq("unit", unit.value())));
        after.map(key -> Arrays.asList(key.split("~", 2)))
                .filter(parts -> parts.size() == 2)
                .ifPresent(parts -> filter.add(Filters.or(
                        Filters.gt("oldest", parts.get(0)),
                        Filters.and(Filters.eq("oldest", parts.get(0)), Filters.gt("_id", parts.get(1))))));
        return members.find(Filters.and(filter), Sorts.ascending("oldest", "_id"), limit)
                .map(MemberStore::all);
    }

    static String key(Member member, Plan plan) {
        return member.oldest(plan).map(LocalDate::toString).orElse(PlanDocuments.NEVER) + "~"
                + PlanDocuments.memberId(member.plan(), member.person());
    }

    /** The sum of one unit made anew from its people. */
    Future<Void> sum(PlanId plan, UnitId unit) {
        var filter = Filters.and(Filters.eq("plan", plan.value()), Filters.eq("unit", unit.value()));
        return members.find(filter, Sorts.ascending("oldest", "_id"), 100_000)
                .compose(found -> sums.put(PlanDocuments.of(plan, unit, Sum.of(all(found)))));
    }

    /** The sums of these units; those without people of the plan are absent. */
    Future<Map<UnitId, Sum>> sums(PlanId plan, java.util.Collection<UnitId> units) {
        var ids = units.stream().map(unit -> plan + "/" + unit).toList();
        return sums.find(Filters.in("_id", ids), Sorts.ascending("_id"), MOST_UNITS)
                .map(found -> {
                    var all = new HashMap<UnitId, Sum>();
                    found.forEach(each -> all.put(new UnitId(each.getString("unit")), PlanDocuments.sum(each)));
                    return all;
                });
    }

    private static List<Member> all(List<Document> documents) {
        return documents.stream().map(PlanDocuments::member).toList();
    }
}
