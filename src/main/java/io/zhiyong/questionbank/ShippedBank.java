package io.zhiyong.questionbank;

import io.zhiyong.base.Hashes;
import io.zhiyong.web.Resources;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The questions that come with the product ({@code question-bank/} in its jar). */
final class ShippedBank {
    private static final String FOLDER = "question-bank";

    /**
     * All of it.
     *
     * @param hash changes when any file changes, so that a new release's questions are loaded once
     */
    record Shipped(List<Question> questions, String hash) {}

    private ShippedBank() {}

    static Shipped read() {
        var questions = new ArrayList<Question>();
        var hashes = new StringBuilder();
        for (var file : Resources.list(FOLDER)) {
            if (file.endsWith(".gift")) {
                var bytes = Resources.bytes(FOLDER + "/" + file).orElseThrow();
                hashes.append(HexFormat.of().formatHex(Hashes.sha256(bytes)));
                var reading =
                        GiftReader.read(Decoding.text(bytes), new Reading.Defaults("", "", QuestionState.PUBLISHED));
                reading.understood().forEach(read -> questions.add(read.question()));
            }
        }
        return new Shipped(questions, Hashes.sha256Hex(hashes.toString()));
    }
}
