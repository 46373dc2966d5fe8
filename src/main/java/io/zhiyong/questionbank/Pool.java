package io.zhiyong.questionbank;

import io.zhiyong.base.Hashes;
import io.zhiyong.base.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The questions that papers are drawn from, each in one version, by id; what a hash can be published of beforehand. */
public record Pool(List<Entry> entries) {
    public Pool {
        entries = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.id().value()))
                .toList();
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).id().equals(entries.get(i - 1).id())) {
                throw Refusal.invalid(
                        "pool",
                        "questionbank.refusal.idTwice",
                        entries.get(i).id().value());
            }
        }
    }

    /**
     * What drawing needs to know of a question.
     *
     * @param options the option keys that may change places; empty when they may not, or when there are none
     */
    public record Entry(
            QuestionId id,
            int version,
            String subject,
            String point,
            QuestionType type,
            int difficulty,
            List<String> options) {
        public Entry {
            options = List.copyOf(options);
        }

        public static Entry of(Question question) {
            var what = question.classification();
            var options = question.body().mayShuffle()
                    ? question.body().options().stream().map(Option::key).toList()
                    : List.<String>of();
            return new Entry(
                    question.id(),
                    question.version(),
                    what.subject(),
                    what.point(),
                    question.type(),
                    what.difficulty(),
                    options);
        }

        /** The line of this entry in the text that is hashed. */
        private String line() {
            return String.join(
                    "\t",
                    id.value(),
                    String.valueOf(version),
                    subject,
                    point,
                    type.name(),
                    String.valueOf(difficulty),
                    String.join("", options));
        }
    }

    /** What any row of a blueprint takes, so that only this need be kept for an exam. */
    public Pool usefulFor(Blueprint blueprint) {
        return new Pool(entries.stream()
                .filter(entry -> blueprint.rows().stream().anyMatch(row -> row.takes(entry)))
                .toList());
    }

    /** SHA-256 over one line for each entry (id, version, subject, point, type, difficulty, options; tabs between, LF after). */
    public String hash() {
        return Hashes.sha256Hex(
                entries.stream().map(entry -> entry.line() + "\n").collect(Collectors.joining()));
    }
}
