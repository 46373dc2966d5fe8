package io.zhiyong.plan;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * What people have done, as the learning record tells it: one document for each person and place, with every statement that
 * says so, because any of them may yet be voided. Made of statements alone, and can be made anew.
 */
final class CompletionStore {
    private static final int MOST_PLACES = 2000;

    private final Collection completions;

    CompletionStore(Store store) {
        this.completions = store.collection("completion");
    }

    /** {@code person, place}: what one did; {@code evidence.s}: what a voiding takes away. */
    Future<Void> start() {
        return completions
                .index(Index.on("person", "place"))
                .compose(done -> completions.index(Index.on("evidence.s")));
    }

    /** One statement that says that somebody has done something. */
    record Evidence(PersonId person, String place, String statement, Instant at) {}

    /** Adds what is not there yet. */
    Future<Void> add(List<Evidence> all) {
        var writes = new ArrayList<WriteModel<Document>>();
        for (var each : all) {
            var same = Filters.eq("_id", each.person() + "/" + each.place());
            var add = Updates.combine(
                    Updates.setOnInsert("person", each.person().value()),
                    Updates.setOnInsert("place", each.place()),
                    Updates.addToSet(
                            "evidence", new Document("s", each.statement()).append("at", Date.from(each.at()))));
            writes.add(new UpdateOneModel<>(same, add, new UpdateOptions().upsert(true)));
        }
        return completions.writeAll(writes);
    }

    /** Takes a voided statement away; answers whose completion that was. */
    Future<Optional<PersonId>> remove(String statement) {
        var holding = Filters.eq("evidence.s", statement);
        return completions
                .findAndUpdate(holding, Updates.pull("evidence", new Document("s", statement)), false)
                .map(found -> found.map(document -> new PersonId(document.getString("person"))));
    }

    /** What these people did, by place, each by the earliest statement that stands. */
    Future<Map<PersonId, Map<String, Completion.Done>>> of(List<PersonId> people) {
        var ids = people.stream().map(PersonId::value).toList();
        var sort = Sorts.ascending("person", "place");
        return completions
                .find(Filters.in("person", ids), sort, MOST_PLACES * Math.max(1, people.size()))
                .map(CompletionStore::byPerson);
    }

    private static Map<PersonId, Map<String, Completion.Done>> byPerson(List<Document> documents) {
        var all = new HashMap<PersonId, Map<String, Completion.Done>>();
        for (var document : documents) {
            document.getList("evidence", Document.class).stream()
                    .map(each -> new Completion.Done(each.getDate("at").toInstant(), each.getString("s")))
                    .min(Comparator.comparing(Completion.Done::at).thenComparing(Completion.Done::statement))
                    .ifPresent(done -> all.computeIfAbsent(
                                    new PersonId(document.getString("person")), id -> new HashMap<>())
                            .put(document.getString("place"), done));
        }
        return all;
    }

    /** Before everything is read again. */
    Future<Void> forget() {
        return completions.deleteAll(Filters.empty()).mapEmpty();
    }
}
