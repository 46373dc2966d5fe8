package io.zhiyong.org;

import static com.mongodb.client.model.Filters.eq;

import io.vertx.core.Future;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import io.zhiyong.store.Collection;
import io.zhiyong.store.Index;
import io.zhiyong.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Units. There are some hundreds at most: the whole tree is read at once and remembered by whoever shows it. */
final class UnitStore {
    private static final Index MOVING = Index.on("moving").where("moving", true);

    private final Collection units;

    UnitStore(Store store) {
        this.units = store.collection("units");
    }

    Future<Void> start() {
        return units.index(MOVING);
    }

    Future<Units> load() {
        var all = new ArrayList<Unit>();
        return units.each(new Document(), batch -> {
                    batch.forEach(document -> all.add(unit(document)));
                    return Future.succeededFuture();
                })
                .map(done -> Units.of(all));
    }

    /** Adds those whose id is not there yet; the others stay as they are. */
    Future<List<Integer>> addMissing(List<Unit> all) {
        return units.insertAll(all.stream().map(UnitStore::document).toList());
    }

    Future<Void> rename(UnitId id, Text name) {
        return units.update(eq("_id", id.value()), new Document("$set", new Document("name", text(name))))
                .mapEmpty();
    }

    /** Notes with the move that the people below have yet to follow, so that a crash in between is made good at the next start. */
    Future<Void> move(UnitId id, UnitId parent) {
        var change = new Document("parent", parent.value()).append("moving", true);
        return units.update(eq("_id", id.value()), new Document("$set", change)).mapEmpty();
    }

    Future<Void> moved(UnitId id) {
        return units.update(eq("_id", id.value()), new Document("$set", new Document("moving", false)))
                .mapEmpty();
    }

    Future<List<UnitId>> moving() {
        return units.find(eq("moving", true), new Document("_id", 1), 1000).map(found -> found.stream()
                .map(each -> new UnitId(each.getString("_id")))
                .toList());
    }

    Future<Void> remove(List<UnitId> ids) {
        var values = ids.stream().map(UnitId::value).toList();
        return units.deleteAll(com.mongodb.client.model.Filters.in("_id", values))
                .mapEmpty();
    }

    private static Document document(Unit unit) {
        return new Document("_id", unit.id().value())
                .append("name", text(unit.name()))
                .append("parent", unit.parent().map(UnitId::value).orElse(null))
                .append("order", unit.order())
                .append("moving", false);
    }

    private static Unit unit(Document document) {
        return new Unit(
                new UnitId(document.getString("_id")),
                text(document.get("name", Document.class)),
                Optional.ofNullable(document.getString("parent")).map(UnitId::new),
                document.getInteger("order", 0));
    }

    static Document text(Text text) {
        return new Document("zh", text.zh()).append("en", text.en());
    }

    static Text text(Document document) {
        return Text.of(document.getString("zh"), document.getString("en"));
    }
}
