package io.zhiyong.org;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.zhiyong.base.PersonId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** Files to import, from the moment they were checked to the moment they were done. */
final class ImportStore {
    private static final Index BY_STATE = Index.on("state", "at");

    private final Collection imports;

    ImportStore(Store store) {
        this.imports = store.collection("imports");
    }

    /** How far an import is. */
    enum State {
        /** Found clean; nothing done yet. */
        CHECKED,
        /** Being done; whoever finds it so at a start takes it back. */
        RUNNING,
        DONE,
        /** Taken back; nothing of it is there. */
        UNDONE
    }

    /**
     * An import.
     *
     * @param file as it was sent; empty once it is done
     * @param people how many it adds
     * @param units which it adds
     */
    record Kept(String id, PersonId by, Instant at, State state, Buffer file, int people, List<String> units) {}

    Future<Void> start() {
        return imports.index(BY_STATE);
    }

    Future<Void> keep(Kept kept) {
        return imports.insert(new Document("_id", kept.id())
                        .append("by", kept.by().value())
                        .append("at", Date.from(kept.at()))
                        .append("state", name(kept.state()))
                        .append("file", new Binary(kept.file().getBytes()))
                        .append("people", kept.people())
                        .append("units", kept.units()))
                .mapEmpty();
    }

    Future<Optional<Kept>> byId(String id) {
        return imports.byId(id).map(found -> found.map(ImportStore::kept));
    }

    Future<List<Kept>> running() {
        return imports.find(eq("state", name(State.RUNNING)), new Document("at", 1), 100)
                .map(found -> found.stream().map(ImportStore::kept).toList());
    }

    /** False when it was not in the state named any more: somebody else was first. */
    Future<Boolean> turn(String id, State from, State to) {
        var change = new Document("state", name(to));
        if (to == State.DONE || to == State.UNDONE) {
            change.append("file", new Binary(new byte[0]));
        }
        return imports.update(new Document("_id", id).append("state", name(from)), new Document("$set", change))
                .map(matched -> matched > 0);
    }

    /** Removes files that were checked and never done. */
    Future<Long> sweep(Instant before) {
        return imports.deleteAll(
                com.mongodb.client.model.Filters.and(eq("state", name(State.CHECKED)), lt("at", Date.from(before))));
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Kept kept(Document document) {
        return new Kept(
                document.getString("_id"),
                new PersonId(document.getString("by")),
                document.getDate("at").toInstant(),
                State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
                Buffer.buffer(document.get("file", Binary.class).getData()),
                document.getInteger("people", 0),
                document.getList("units", String.class, List.of()));
    }
}
