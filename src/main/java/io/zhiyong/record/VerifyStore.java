package io.zhiyong.record;

import io.vertx.core.Future;
import io.zhiyong.record.Verification.Fault;
import io.zhiyong.record.Verification.Kind;
import io.zhiyong.record.chain.ChainStore;
import io.zhiyong.record.chain.Frontier;
import io.zhiyong.record.chain.HeadKey;
import io.zhiyong.record.chain.HeadStore;
import io.zhiyong.record.chain.Leaf;
import io.zhiyong.record.chain.Link;
import io.zhiyong.record.chain.Tile;
import io.zhiyong.record.chain.TreeHead;
import io.zhiyong.record.text.Tree;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * Recomputes the chain from the texts that lie in the store: every leaf, number, root, tile and head. Built anew for each run;
 * reads in order and stops at the first fault.
 */
final class VerifyStore {
    private final StatementStore statements;
    private final ChainStore chain;
    private final HeadStore heads;
    private final Frontier tree = Frontier.empty();
    private Optional<HeadKey> key = Optional.empty();
    private List<TreeHead> upcoming = List.of();
    private long headsSeen;

    VerifyStore(StatementStore statements, ChainStore chain, HeadStore heads) {
        this.statements = statements;
        this.chain = chain;
        this.heads = heads;
    }

    Future<Verification> run() {
        return heads.key()
                .compose(found -> {
                    key = Optional.of(found);
                    return moreHeads(0);
                })
                .compose(done -> chain.each(this::links))
                .compose(done -> upcoming.isEmpty()
                        ? Future.<Void>succeededFuture()
                        : stop(Kind.HEAD_CHANGED, upcoming.get(0).size(), ""))
                .map(done -> new Verification(tree.size(), headsSeen, Optional.<Fault>empty()))
                .recover(problem -> problem instanceof Stop stop
                        ? Future.succeededFuture(new Verification(tree.size(), headsSeen, Optional.of(stop.fault)))
                        : Future.failedFuture(problem));
    }

    private Future<Void> links(List<Link> some) {
        var ids = some.stream().flatMap(link -> link.ids().stream()).toList();
        var first = some.get(0).first();
        var last = some.get(some.size() - 1).last();
        return statements.byIds(ids).compose(found -> {
            var byId = new HashMap<String, Document>();
            found.forEach(document -> byId.put(document.getString("_id"), document));
            return link(some, 0, byId).compose(done -> strangers(byId, first, last));
        });
    }

    /** Statements that say a number of these links, and that the chain does not know. */
    private Future<Void> strangers(Map<String, Document> known, long first, long last) {
        return statements.saying(first, last, known.size() + 1).compose(found -> found.stream()
                .filter(document -> !known.containsKey(document.getString("_id")))
                .findFirst()
                .map(document -> stop(Kind.STRANGER, document.getLong("number"), document.getString("_id")))
                .orElseGet(Future::succeededFuture));
    }

    private Future<Void> link(List<Link> some, int at, Map<String, Document> byId) {
        if (at == some.size()) {
            return Future.succeededFuture();
        }
        var link = some.get(at);
        return check(link, byId)
                .<Future<Void>>map(fault -> Future.failedFuture(new Stop(fault)))
                .orElseGet(() -> tiles(tree.takeTouched(), link)
                        .compose(done -> heads(link))
                        .compose(done -> link(some, at + 1, byId)));
    }

    private Optional<Fault> check(Link link, Map<String, Document> byId) {
        if (link.first() != tree.size() + 1) {
            return Optional.of(
                    new Fault(Kind.CHAIN_BROKEN, tree.size() + 1, link.ids().get(0)));
        }
        for (var i = 0; i < link.ids().size(); i++) {
            var id = link.ids().get(i);
            var number = link.first() + i;
            var fault = faultOf(Optional.ofNullable(byId.get(id)), id, number, link.leaf(i));
            if (fault.isPresent()) {
                return fault.map(kind -> new Fault(kind, number, id));
            }
            tree.append(link.leaf(i));
        }
        return Arrays.equals(tree.root(), link.root())
                ? Optional.empty()
                : Optional.of(
                        new Fault(Kind.ROOT_CHANGED, link.last(), link.ids().get(0)));
    }

    private static Optional<Kind> faultOf(Optional<Document> found, String id, long number, byte[] leaf) {
        if (found.isEmpty()) {
            return Optional.of(Kind.MISSING);
        }
        var text = found.get().getString("text");
        if (!Arrays.equals(Leaf.hash(text), leaf)) {
            return Optional.of(Kind.TEXT_CHANGED);
        }
        if (!Tree.read(text).path("id").asText().equals(id)) {
            return Optional.of(Kind.ID_CHANGED);
        }
        // The number is written a moment after the link, so it may be missing yet.
        var said = found.get().getLong("number");
        return said != null && said != number ? Optional.of(Kind.NUMBER_CHANGED) : Optional.empty();
    }

    /** A kept tile may have grown beyond what is recomputed so far; what it held then must be the same. */
    private Future<Void> tiles(Collection<Tile> computed, Link link) {
        return chain.tiles(computed.stream().map(Tile::key).toList()).compose(kept -> {
            for (var tile : computed) {
                var other = kept.get(tile.key());
                var known = other == null ? new byte[0] : other.hashes();
                var same = Arrays.equals(
                        tile.hashes(), Arrays.copyOf(known, Math.min(known.length, tile.hashes().length)));
                if (!same) {
                    return stop(Kind.TILE_CHANGED, link.last(), "");
                }
            }
            return Future.succeededFuture();
        });
    }

    /** Heads are signed where a link ends. */
    private Future<Void> heads(Link link) {
        if (upcoming.isEmpty() || upcoming.get(0).size() > link.last()) {
            return Future.succeededFuture();
        }
        var head = upcoming.get(0);
        var right = head.size() == link.last()
                && Arrays.equals(head.root(), tree.root())
                && key.orElseThrow().name().equals(head.key())
                && key.orElseThrow().signed(head);
        if (!right) {
            return stop(Kind.HEAD_CHANGED, head.size(), "");
        }
        headsSeen++;
        upcoming = upcoming.subList(1, upcoming.size());
        return upcoming.isEmpty() ? moreHeads(head.size()) : Future.succeededFuture();
    }

    private Future<Void> moreHeads(long after) {
        return heads.after(after, 200).map(found -> {
            upcoming = found;
            return null;
        });
    }

    private static Future<Void> stop(Kind kind, long number, String id) {
        return Future.failedFuture(new Stop(new Fault(kind, number, id)));
    }

    /** Ends the reading; carries what was found. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Stop(Fault fault) {
            super(fault.toString(), null, false, false);
            this.fault = fault;
        }
    }
}
