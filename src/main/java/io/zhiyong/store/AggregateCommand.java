package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import io.zhiyong.store.EmbeddedDatabase.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs a pipeline: a leading {@code $match} and the {@code $sort} behind it through an index, the rest in the engine. */
final class AggregateCommand {
    /** Stages that leave the documents they are given alone. Others change what is nested, and work on copies. */
    private static final Set<String> HARMLESS = Set.of("$match", "$sort", "$skip", "$limit", "$group", "$count");

    private final Request request;
    private final EmbeddedDatabase database;
    private final EmbeddedCollection collection;

    private AggregateCommand(Request request, EmbeddedDatabase database, EmbeddedCollection collection) {
        this.request = request;
        this.database = database;
        this.collection = collection;
    }

    /** @param collection null when it does not exist, which is like an empty one */
    static Document run(Request request, EmbeddedDatabase database, EmbeddedCollection collection) {
        var pipeline = engineForm(Aggregation.parse(request.body().get("pipeline")));
        Unsupported.checkStages(pipeline);
        var command = new AggregateCommand(request, database, collection);
        var name = database.getDatabaseName() + '.' + request.collection();
        if (collection == null) {
            return reply(name, command.stages(pipeline, Stream.empty()), 0);
        }
        var wanted = request.body().get("cursor") instanceof Document cursor
                ? WriteCommands.number(cursor.get("batchSize"))
                : 0;
        var result = collection.firstBatch(command.result(pipeline), wanted > 0 ? wanted : ReplyCursor.DEFAULT_BATCH);
        return reply(name, result.collectDocuments(), result.getCursorId());
    }

    private static Document reply(String namespace, List<Document> batch, long cursor) {
        return new Document(
                        "cursor",
                        new Document("firstBatch", batch).append("id", cursor).append("ns", namespace))
                .append("ok", 1.0);
    }

    /** The engine knows some stages by their older names only, and answers some queries only in another form. */
    private static List<Document> engineForm(List<Document> pipeline) {
        var stages = new ArrayList<Document>();
        for (var stage : pipeline) {
            if (stage.containsKey("$set")) {
                stages.add(new Document("$addFields", stage.get("$set")));
            } else if (stage.containsKey("$replaceWith")) {
                stages.add(new Document("$replaceRoot", new Document("newRoot", stage.get("$replaceWith"))));
            } else {
                stages.add(stage);
            }
        }
        return MatchForm.ofStages(stages);
    }

    private List<Document> result(List<Document> pipeline) {
        var query = argument(pipeline, 0, "$match");
        var rest = pipeline.subList(query.isPresent() ? 1 : 0, pipeline.size());
        var sort = argument(rest, 0, "$sort");
        var behindSort = rest.subList(sort.isPresent() ? 1 : 0, rest.size());
        var filter = query.orElseGet(Document::new);
        return collection.read(filter, sort.flatMap(SortOrder::of), (candidates, order) -> {
            var matched = candidates.filter(document -> collection.matches(document, filter));
            return stages(behindSort, order == null ? matched : matched.sorted(order));
        });
    }

    private static Optional<Document> argument(List<Document> pipeline, int at, String stage) {
        return pipeline.size() > at && pipeline.get(at).get(stage) instanceof Document argument
                ? Optional.of(argument)
                : Optional.empty();
    }

    private List<Document> stages(List<Document> pipeline, Stream<Document> documents) {
        var facet = pipeline.isEmpty() ? Optional.<Document>empty() : argument(pipeline, pipeline.size() - 1, "$facet");
        if (facet.isPresent()) {
            return List.of(facets(facet.get(), stages(pipeline.subList(0, pipeline.size() - 1), documents)));
        }
        var harmless = pipeline.stream().allMatch(stage -> HARMLESS.containsAll(stage.keySet()));
        return Aggregation.fromPipeline(pipeline, request.databases(), database, collection, request.oplog())
                .runStages(harmless ? documents : documents.map(Document::cloneDeeply));
    }

    private Document facets(Document facets, List<Document> documents) {
        var result = new Document();
        facets.forEach((name, pipeline) ->
                result.put(name, stages(engineForm(Aggregation.parse(pipeline)), documents.stream())));
        return result;
    }
}
