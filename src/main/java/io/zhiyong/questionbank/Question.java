package io.zhiyong.questionbank;

import io.zhiyong.base.Hashes;
import io.zhiyong.base.Refusal;
import java.util.stream.Collectors;

/**
 * One version of a question (试题). A version never changes once it is stored; an edit makes the next.
 *
 * @param version from 1
 * @param explanation why the key is right (解析); may be empty in questions that came from elsewhere
 */
public record Question(
        QuestionId id,
        int version,
        Classification classification,
        String stem,
        Body body,
        String explanation,
        QuestionState state) {
    public Question {
        stem = Limits.text("stem", stem, Limits.STEM);
        explanation = Limits.optional("explanation", explanation, Limits.EXPLANATION);
        if (version < 1) {
            throw Refusal.invalid("version", "questionbank.refusal.version", version);
        }
    }

    public QuestionType type() {
        return body.type();
    }

    public Question withId(QuestionId newId) {
        return new Question(newId, version, classification, stem, body, explanation, state);
    }

    /** The next version, in another state, the same in everything else. */
    public Question become(QuestionState next) {
        if (!state.mayBecome(next)) {
            throw Refusal.conflict("questionbank.refusal.state");
        }
        return new Question(id, version + 1, classification, stem, body, explanation, next);
    }

    /** The next version with what an edit brought; its state is the edit's. */
    public Question replacedBy(Question edited) {
        return new Question(
                id, version + 1, edited.classification, edited.stem, edited.body, edited.explanation, edited.state);
    }

    /** What a candidate is shown. */
    public Face face() {
        return Face.of(this, body.options());
    }

    /**
     * Equal for questions that ask the same: over type, stem and options, folded as typed answers are, options in any order.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        var options = body.options().stream()
                .map(option -> Fold.fold(option.text()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Hashes.sha256Hex(type() + "\n" + Fold.fold(stem) + "\n" + options);
    }

    /** What is searched, in one text. */
    String searchText() {
        return String.join("\n", id.value(), stem, classification.topic(), classification.point());
    }
}
