package io.zhiyong.questionbank;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.zhiyong.base.Ids;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Store;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/** Files that were handed in for import, in {@code question_imports}: read as a dry run, then confirmed, perhaps undone. By id only. */
final class ImportStore {
    private final Collection imports;

    ImportStore(Store store) {
        this.imports = store.collection("question_imports");
    }

    /** Where an import stands. */
    enum State {
        READ,
        CONFIRMED,
        UNDONE
    }

    /**
     * One file.
     *
     * @param added what it brought; empty until it is confirmed
     */
    record Import(
            String id,
            String fileName,
            Buffer content,
            Reading.Defaults defaults,
            PersonId by,
            State state,
            List<QuestionId> added) {
        Reading reading() {
            return QuestionFormats.read(fileName, content.getBytes(), defaults);
        }
    }

    Future<Import> keep(String fileName, Buffer content, Reading.Defaults defaults, PersonId by, Instant at) {
        var kept = new Import(Ids.fresh(), fileName, content, defaults, by, State.READ, List.of());
        var document = new Document("_id", kept.id())
                .append("fileName", fileName)
                .append("content", new Binary(content.getBytes()))
                .append("subject", defaults.subject())
                .append("enter", defaults.state().name())
                .append("by", by.value())
                .append("at", Date.from(at))
                .append("state", State.READ.name())
                .append("added", List.of());
        return imports.insert(document).map(kept);
    }

    Future<Import> byId(String id) {
        return imports.byId(id)
                .map(found -> found.orElseThrow(() -> Refusal.notFound("questionbank.refusal.noImport")))
                .map(ImportStore::kept);
    }

    private static Import kept(Document document) {
        var defaults = new Reading.Defaults(
                document.getString("subject"),
                document.getString("fileName"),
                QuestionState.valueOf(document.getString("enter")));
        return new Import(
                document.getString("_id"),
                document.getString("fileName"),
                Buffer.buffer(document.get("content", Binary.class).getData()),
                defaults,
                new PersonId(document.getString("by")),
                State.valueOf(document.getString("state")),
                document.getList("added", String.class).stream()
                        .map(QuestionId::new)
                        .toList());
    }

    Future<Long> confirmed(String id, List<QuestionId> added) {
        var ids = added.stream().map(QuestionId::value).toList();
        return imports.update(
                Filters.eq("_id", id),
                Updates.combine(Updates.set("state", State.CONFIRMED.name()), Updates.set("added", ids)));
    }

    Future<Long> undone(String id) {
        return imports.update(Filters.eq("_id", id), Updates.set("state", State.UNDONE.name()));
    }
}
