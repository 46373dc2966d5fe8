package io.zhiyong.record;

import static io.zhiyong.record.Records.passed;
import static io.zhiyong.record.Records.started;
import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.PersonId;
import io.zhiyong.record.Verification.Kind;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever somebody changes behind our back is named. */
@ExtendWith(StoreExtension.class)
class VerifyTest {
    private RecordModule records;
    private List<SequencedStatement> chain;

    @BeforeEach
    void manyStatements(Vertx vertx, Store store) {
        records = started(vertx, store);
        for (var part = 0; part < 3; part++) {
            var start = part * 20;
            await(Future.all(IntStream.range(start, start + 20)
                    .mapToObj(i -> records.append(passed(new PersonId("p" + i), "e" + i)))
                    .toList()));
        }
        do {
            chain = await(records.feed(0, 100));
        } while (chain.size() < 60);
        await(records.stop());
        assertThat(await(records.verify()).sound()).isTrue();
    }

    @Test
    void oneChangedByteOfOneTextIsNamed(Store store) {
        var statements = store.collection("statements");
        var random = new Random(7);
        for (var trial = 0; trial < 100; trial++) {
            var victim = chain.get(random.nextInt(chain.size()));
            var id = Filters.eq("_id", victim.statement().id().text());
            var text = victim.statement().text();
            var at = random.nextInt(text.length());
            var other = text.charAt(at) == 'x' ? 'y' : 'x';
            var changed = text.substring(0, at) + other + text.substring(at + 1);
            await(statements.update(id, Updates.set("text", changed)));
            var fault = await(records.verify()).fault().orElseThrow();
            assertThat(fault.kind()).isEqualTo(Kind.TEXT_CHANGED);
            assertThat(fault.number()).isEqualTo(victim.number());
            assertThat(fault.id()).isEqualTo(victim.statement().id().text());
            await(statements.update(id, Updates.set("text", text)));
        }
        assertThat(await(records.verify()).sound()).isTrue();
    }

    @Test
    void aStatementThatWasTakenAwayIsNamed(Store store) {
        var gone = chain.get(33);
        await(store.collection("statements")
                .delete(Filters.eq("_id", gone.statement().id().text())));
        assertFault(Kind.MISSING, gone.number());
    }

    @Test
    void aStatementThatWasSlippedInIsNamed(Store store) {
        var statements = store.collection("statements");
        var copy = await(statements.byId(chain.get(5).statement().id().text())).orElseThrow();
        copy.put("_id", StatementId.fresh().text());
        copy.put("order", 1L);
        await(statements.insert(copy));
        assertFault(Kind.STRANGER, 6);
    }

    @Test
    void aChangedNumberIsNamed(Store store) {
        var one = chain.get(11);
        await(store.collection("statements")
                .update(Filters.eq("_id", one.statement().id().text()), Updates.set("number", 500L)));
        assertFault(Kind.NUMBER_CHANGED, 12);
    }

    @Test
    void aRewrittenLeafAndTextBreakTheRoot(Store store) {
        var links = store.collection("chain");
        var link = await(links.first(new Document())).orElseThrow();
        var leaves = link.get("leaves", Binary.class).getData();
        var statements = store.collection("statements");
        var id = link.getList("ids", String.class).get(0);
        var text = await(statements.byId(id)).orElseThrow().getString("text").replace("PASSED", "passed ");
        text = text.replace("\"success\":true", "\"success\":false");
        System.arraycopy(io.zhiyong.record.chain.Leaf.hash(text), 0, leaves, 0, 32);
        await(statements.update(Filters.eq("_id", id), Updates.set("text", text)));
        await(links.update(Filters.eq("_id", link.get("_id")), Updates.set("leaves", new Binary(leaves))));
        assertThat(await(records.verify()).fault().orElseThrow().kind()).isEqualTo(Kind.ROOT_CHANGED);
    }

    @Test
    void aChangedTileIsNamed(Store store) {
        var tiles = store.collection("chain_tiles");
        var tile = await(tiles.byId("0/0")).orElseThrow();
        var hashes = tile.get("hashes", Binary.class).getData();
        hashes[40] ^= 1;
        await(tiles.update(Filters.eq("_id", "0/0"), Updates.set("hashes", new Binary(hashes))));
        assertThat(await(records.verify()).fault().orElseThrow().kind()).isEqualTo(Kind.TILE_CHANGED);
    }

    @Test
    void aForgedHeadIsNamed(Store store) {
        var heads = store.collection("chain_heads");
        var head = await(heads.first(new Document())).orElseThrow();
        var signature = head.get("signature", Binary.class).getData();
        signature[3] ^= 1;
        await(heads.update(Filters.eq("_id", head.get("_id")), Updates.set("signature", new Binary(signature))));
        assertThat(await(records.verify()).fault().orElseThrow().kind()).isEqualTo(Kind.HEAD_CHANGED);
    }

    private void assertFault(Kind kind, long number) {
        var fault = await(records.verify()).fault().orElseThrow();
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.number()).isEqualTo(number);
    }
}
