package io.zhiyong.credit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The ledger: lines and what was told about them are inserted and never changed; sums follow from the lines.
 *
 * <p>Lists of people are read in parts, so that a reply stays small whatever the size of a unit.
 */
final class LedgerStore {
    /** A person's lines of a year, and a unit's by its people. */
    private static final Index LINES_OF_A_YEAR = Index.on("person", "year");

    private static final Index LINES_OF_A_STATEMENT = Index.on("statement");
    private static final Index SUMS_OF_A_PERSON = Index.on("person", "year");
    private static final Index VOIDS_OF_A_STATEMENT = Index.on("target");
    private static final Index WAIVERS_OF_A_PERSON = Index.on("person", "year");

    private static final int PEOPLE_AT_ONCE = 100;
    /** Lines of a person in a year: far more than anybody earns, so that a flood is an error and no silent cut. */
    private static final int MOST_LINES = 5_000;

    private final Collection lines;
    private final Collection sums;
    private final Collection voids;
    private final Collection waivers;

    LedgerStore(Store store) {
        this.lines = store.collection("credit_lines");
        this.sums = store.collection("credit_sums");
        this.voids = store.collection("credit_voids");
        this.waivers = store.collection("credit_waivers");
    }

    Future<Void> start() {
        return Future.all(
                        lines.index(LINES_OF_A_YEAR),
                        lines.index(LINES_OF_A_STATEMENT),
                        sums.index(SUMS_OF_A_PERSON),
                        voids.index(VOIDS_OF_A_STATEMENT),
                        waivers.index(WAIVERS_OF_A_PERSON))
                .mapEmpty();
    }

    /** Writes lines; those that are there already stay as they are. */
    Future<Void> add(List<CreditLine> added) {
        return lines.insertAll(added.stream().map(LedgerDocuments::of).toList()).mapEmpty();
    }

    Future<Void> keepVoids(List<Told.Voided> all) {
        return voids.insertAll(all.stream().map(LedgerDocuments::of).toList()).mapEmpty();
    }

    Future<Void> keepWaivers(List<Told.Waived> all) {
        return waivers.insertAll(all.stream().map(LedgerDocuments::of).toList()).mapEmpty();
    }

    Future<List<Told.Voided>> voidsOf(List<String> statements) {
        return some(statements, part -> voids.find(in("target", part), ascending("_id"), MOST_LINES))
                .map(found -> found.stream().map(LedgerDocuments::voided).toList());
    }

    Future<List<CreditLine>> linesOfStatements(List<String> statements) {
        return some(statements, part -> lines.find(in("statement", part), ascending("_id"), MOST_LINES))
                .map(LedgerStore::lines);
    }

    Future<Optional<CreditLine>> line(String id) {
        return lines.byId(id).map(found -> found.map(LedgerDocuments::line));
    }

    Future<List<CreditLine>> linesByIds(List<String> ids) {
        return some(ids, part -> lines.find(in("_id", part), ascending("_id"), part.size()))
                .map(LedgerStore::lines);
    }

    /** All lines of these people in these years, both included. */
    Future<List<CreditLine>> linesOf(List<PersonId> people, int from, int to) {
        return ofPeople(lines, people, from, to).map(LedgerStore::lines);
    }

    Future<List<YearSum>> sumsOf(List<PersonId> people, int from, int to) {
        return ofPeople(sums, people, from, to)
                .map(found -> found.stream().map(LedgerDocuments::sum).toList());
    }

    Future<Map<PersonId, List<Told.Waived>>> waiversOf(List<PersonId> people, int year) {
        return ofPeople(waivers, people, year, year).map(found -> found.stream()
                .map(LedgerDocuments::waived)
                .collect(Collectors.groupingBy(Told.Waived::person)));
    }

    Future<Void> putSums(List<YearSum> all) {
        return sums.writeAll(all.stream()
                .map(LedgerDocuments::of)
                .map(document -> new ReplaceOneModel<>(
                        eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true)))
                .toList());
    }

    /** Everything here follows from statements and is made again from them. */
    Future<Void> forget() {
        return Future.all(
                        lines.deleteAll(new Document()),
                        sums.deleteAll(new Document()),
                        voids.deleteAll(new Document()),
                        waivers.deleteAll(new Document()))
                .mapEmpty();
    }

    Future<Void> eachLine(Function<List<CreditLine>, Future<Void>> batch) {
        return lines.each(new Document(), documents -> batch.apply(lines(documents)));
    }

    Future<Void> eachSum(Function<List<YearSum>, Future<Void>> batch) {
        return sums.each(
                new Document(),
                documents ->
                        batch.apply(documents.stream().map(LedgerDocuments::sum).toList()));
    }

    private static Future<List<Document>> ofPeople(Collection from, List<PersonId> people, int first, int last) {
        var ids = people.stream().map(PersonId::value).distinct().toList();
        return some(ids, part -> {
            Bson years = and(in("person", part), gte("year", first), lte("year", last));
            return from.find(years, ascending("person", "year"), MOST_LINES * part.size());
        });
    }

    /** One part after another; what they found, together. */
    private static Future<List<Document>> some(List<String> keys, Function<List<String>, Future<List<Document>>> find) {
        Future<List<Document>> all = Future.succeededFuture(new ArrayList<>());
        for (var start = 0; start < keys.size(); start += PEOPLE_AT_ONCE) {
            var part = keys.subList(start, Math.min(keys.size(), start + PEOPLE_AT_ONCE));
            all = all.compose(found -> find.apply(part).map(more -> {
                found.addAll(more);
                return found;
            }));
        }
        return all;
    }

    private static List<CreditLine> lines(List<Document> documents) {
        return documents.stream().map(LedgerDocuments::line).toList();
    }
}
