package io.zhiyong.course;

import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What organizers send when they write courses. */
final class WritingInputs {
    private WritingInputs() {}

    /**
     * What a course says of itself.
     */
    record CourseInput(
            String title,
            String titleEn,
            String summary,
            String summaryEn,
            String subject,
            String category,
            int minutes) {
        About about() {
            return new About(
                    required("title", title, titleEn),
                    required("summary", summary, summaryEn),
                    subject,
                    category,
                    minutes);
        }
    }

    /**
     * A lesson: its head, and the text of one that is read (or the transcript of one that is watched).
     *
     * @param questions ids in the question bank, one or several in each text, parted by spaces or commas
     * @param passMark share that must be right; all when absent
     */
    record LessonInput(
            String title,
            String titleEn,
            int minutes,
            String text,
            List<String> questions,
            Optional<BigDecimal> passMark) {
        private static final int LONGEST = 200_000;

        LessonInput {
            text = text == null ? "" : text;
            questions = ids(questions);
            passMark = passMark == null ? Optional.empty() : passMark;
            About.atMost("text", text, LONGEST);
        }

        Lesson.Head head(String key) {
            var checkpoint = questions.isEmpty()
                    ? Optional.<Checkpoint>empty()
                    : Optional.of(new Checkpoint(questions, passMark.orElse(BigDecimal.ONE)));
            return new Lesson.Head(key, required("title", title, titleEn), minutes, checkpoint);
        }

        /** The text of a lesson that is nothing else. */
        String requiredText() {
            if (text.isBlank()) {
                throw Refusal.invalid("text", "refusal.blank");
            }
            return text;
        }
    }

    /** A text to look at. */
    record PreviewInput(String text) {
        PreviewInput {
            text = text == null ? "" : text;
            About.atMost("text", text, LessonInput.LONGEST);
        }
    }

    /** Why something is decided. */
    record ReasonInput(String reason) {
        ReasonInput {
            reason = reason == null ? "" : reason.strip();
            About.atMost("reason", reason, 500);
        }
    }

    static List<String> ids(List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .flatMap(text -> Arrays.stream(text.strip().split("[\\s,，、;；]+")))
                        .filter(id -> !id.isEmpty())
                        .toList();
    }

    private static Text required(String field, String zh, String en) {
        if ((zh == null || zh.isBlank()) && (en == null || en.isBlank())) {
            throw Refusal.invalid(field, "refusal.blank");
        }
        return new Text(zh, en);
    }
}
