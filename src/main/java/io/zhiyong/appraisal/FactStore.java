package io.zhiyong.appraisal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.record.SequencedStatement;
import io.zhiyong.record.Statement;
import io.zhiyong.record.Vocabulary.Verb;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;

/** Test results and attendance by person, read off the chain so that a unit's evidence takes a few queries and not one a person. */
final class FactStore {
    private static final Index BY_PERSON = Index.on("person", "at");
    private static final int PEOPLE_AT_ONCE = 100;
    private static final int MOST = 5_000;

    private final Collection facts;
    private final ZoneId zone;

    FactStore(Store store, ZoneId zone) {
        this.facts = store.collection("appraisal_facts");
        this.zone = zone;
    }

    Future<Void> start() {
        return facts.index(BY_PERSON);
    }

    /** Keeps what these statements say; may be repeated. */
    Future<Void> take(List<SequencedStatement> statements, Predicate<Statement> trusted) {
        var documents = statements.stream()
                .map(SequencedStatement::statement)
                .filter(trusted)
                .flatMap(
                        statement -> FactReading.of(statement).stream().map(fact -> document(fact, statement.voided())))
                .toList();
        var voids = statements.stream()
                .map(SequencedStatement::statement)
                .filter(statement -> statement.verb().equals(Optional.of(Verb.VOIDED)))
                .flatMap(statement -> statement.refersTo().stream())
                .map(Object::toString)
                .toList();
        return facts.insertAll(documents)
                .compose(done -> voids.isEmpty()
                        ? Future.succeededFuture()
                        : facts.updateAll(in("_id", voids), Updates.set("voided", true))
                                .mapEmpty());
    }

    Future<Void> forget() {
        return facts.deleteAll(new Document()).mapEmpty();
    }

    /** What stands of these people's year. */
    Future<List<Fact>> of(List<PersonId> people, int year) {
        var ids = people.stream().map(PersonId::value).toList();
        Future<List<Fact>> all = Future.succeededFuture(new ArrayList<>());
        for (var start = 0; start < ids.size(); start += PEOPLE_AT_ONCE) {
            var part = ids.subList(start, Math.min(ids.size(), start + PEOPLE_AT_ONCE));
            all = all.compose(found -> part(part, year).map(more -> {
                found.addAll(more);
                return found;
            }));
        }
        return all;
    }

    private Future<List<Fact>> part(List<String> people, int year) {
        var filter = and(in("person", people), gte("at", first(year)), lt("at", first(year + 1)), eq("voided", false));
        return facts.find(filter, ascending("person", "at"), MOST * people.size())
                .map(found -> found.stream().map(FactStore::fact).toList());
    }

    private Date first(int year) {
        return Date.from(LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant());
    }

    private static Document document(Fact fact, boolean voided) {
        return new Document("_id", fact.statement())
                .append("person", fact.person().value())
                .append("source", fact.source().name())
                .append("object", fact.object())
                .append("scaled", fact.scaled().toPlainString())
                .append("at", Date.from(fact.at()))
                .append("voided", voided);
    }

    private static Fact fact(Document document) {
        return new Fact(
                document.getString("_id"),
                new PersonId(document.getString("person")),
                Source.valueOf(document.getString("source")),
                document.getString("object"),
                new BigDecimal(document.getString("scaled")).min(BigDecimal.ONE),
                instant(document));
    }

    private static Instant instant(Document document) {
        return document.getDate("at").toInstant();
    }
}
