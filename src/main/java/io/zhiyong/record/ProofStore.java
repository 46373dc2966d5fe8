package io.zhiyong.record;

import io.vertx.core.Future;
import io.zhiyong.base.Refusal;
import io.zhiyong.record.InclusionProof.Head;
import io.zhiyong.record.chain.ChainStore;
import io.zhiyong.record.chain.HeadKey;
import io.zhiyong.record.chain.HeadStore;
import io.zhiyong.record.chain.Leaf;
import io.zhiyong.record.chain.Proof;
import io.zhiyong.record.chain.TreeHead;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Proofs from the kept tiles: a few small reads each, however long the chain. */
final class ProofStore {
    private final ChainStore chain;
    private final HeadStore heads;

    ProofStore(ChainStore chain, HeadStore heads) {
        this.chain = chain;
        this.heads = heads;
    }

    private record Ground(long size, Optional<TreeHead> head) {}

    /** Against the first signed head over it; against the present tree while there is none. */
    Future<InclusionProof> inclusion(Kept kept) {
        var number = kept.number().orElseThrow(() -> Refusal.conflict("record.refusal.unnumbered"));
        return heads.firstOver(number)
                .compose(head -> head.isPresent()
                        ? Future.succeededFuture(new Ground(head.get().size(), head))
                        : chain.last().map(last -> new Ground(last.orElseThrow().last(), Optional.empty())))
                .compose(ground -> prove(kept, number, ground));
    }

    private Future<InclusionProof> prove(Kept kept, long number, Ground ground) {
        var path = chain.hashes(Proof.inclusion(number - 1, ground.size()));
        var root = chain.hashes(Proof.root(ground.size()));
        var key = heads.key();
        return Future.all(path, root, key)
                .map(done -> new InclusionProof(
                        kept.id(),
                        number,
                        ground.size(),
                        hex(Leaf.hash(kept.text())),
                        path.result().stream().map(ProofStore::hex).toList(),
                        hex(root.result().get(0)),
                        ground.head().map(head -> printed(head, key.result()))));
    }

    /** That the tree of {@code old} statements is the beginning of that of {@code size}. */
    Future<List<String>> consistency(long old, long size) {
        return chain.last().compose(last -> {
            var now = last.map(link -> link.last()).orElse(0L);
            if (old < 1 || old > size || size > now) {
                throw Refusal.invalid("size", "record.refusal.size", old, size, now);
            }
            return chain.hashes(Proof.consistency(old, size))
                    .map(hashes -> hashes.stream().map(ProofStore::hex).toList());
        });
    }

    Future<Optional<Head>> lastHead() {
        return heads.key().compose(key -> heads.last().map(found -> found.map(head -> printed(head, key))));
    }

    private static Head printed(TreeHead head, HeadKey key) {
        return new Head(
                head.size(),
                hex(head.root()),
                head.at(),
                head.text(),
                hex(head.signature()),
                Base64.getEncoder().encodeToString(key.publicHalf()));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
