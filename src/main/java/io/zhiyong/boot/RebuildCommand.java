package io.zhiyong.boot;

import io.vertx.core.Future;
import io.zhiyong.base.Hashes;
import io.zhiyong.base.Json;
import io.zhiyong.store.Store;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code zhiyong rebuild}: throws away everything that is derived from statements and makes it anew, from the first statement to the last.
 * Exit code 0 when it is what it was, 1 when it changed.
 */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Makes everything that is derived from statements anew and says whether it changed; with the server stopped.")
final class RebuildCommand implements Callable<Integer> {
    /** What the feed's readers make of statements. */
    private static final List<String> DERIVED =
            List.of("credit_lines", "credit_sums", "credit_voids", "credit_waivers", "completion", "appraisal_facts");

    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place;

    @Option(names = "--json", description = "Answers in JSON.")
    private boolean json;

    /** What came of it: SHA-256 over each collection's documents, before and after. */
    record Answer(boolean unchanged, Map<String, String> before, Map<String, String> after) {}

    @Override
    public Integer call() {
        try (var opened = new Opened(place.config("127.0.0.1", 0, false), false)) {
            var before = digests(opened.store());
            opened.with(Features::start);
            opened.with(Features::rebuild);
            opened.with(Features::stop);
            var after = digests(opened.store());
            print(new Answer(before.equals(after), before, after));
            return before.equals(after) ? 0 : 1;
        }
    }

    private void print(Answer answer) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(answer));
            return;
        }
        answer.after()
                .forEach((name, digest) -> out.printf(
                        "%-16s %s %s%n",
                        name,
                        digest.substring(0, 16),
                        digest.equals(answer.before().get(name)) ? "as before" : "CHANGED"));
        out.println(answer.unchanged() ? "Rebuilt from the first statement: nothing changed." : "Rebuilt: changed.");
    }

    private static Map<String, String> digests(Store store) {
        var all = new LinkedHashMap<String, String>();
        DERIVED.forEach(name -> all.put(name, Opened.join(digest(store, name))));
        return all;
    }

    /** Over the documents in the order of their ids, each hash over the one before. */
    private static Future<String> digest(Store store, String name) {
        var sum = new AtomicReference<>(new byte[32]);
        return store.collection(name)
                .each(new Document(), batch -> {
                    batch.forEach(document -> sum.set(Hashes.sha256(sum.get(), bytes(document))));
                    return Future.succeededFuture();
                })
                .map(done -> HexFormat.of().formatHex(sum.get()));
    }

    /** The order in which a document's fields were written is no part of what it says. */
    private static byte[] bytes(Document document) {
        var sorted = new Document();
        new ArrayList<>(document.keySet()).stream().sorted().forEach(key -> sorted.append(key, document.get(key)));
        return sorted.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
