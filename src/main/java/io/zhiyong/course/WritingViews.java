package io.zhiyong.course;

import io.zhiyong.base.Text;
import io.zhiyong.web.SafeHtml;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the pages show on which courses are written. */
final class WritingViews {
    private WritingViews() {}

    /** The courses an organizer looks after; those that wait for another's eyes first. */
    record WritingView(List<Written> courses, Optional<String> next) {}

    /**
     * One of them.
     *
     * @param mayPublish whether it waits, and the reader did not write in it
     */
    record Written(
            String id,
            Text title,
            String subject,
            String state,
            boolean drafted,
            boolean waiting,
            boolean mayPublish) {}

    /** An empty form. */
    record NewView(List<String> subjects) {}

    /** A course being written. */
    record EditView(
            String id,
            About about,
            String state,
            int version,
            Review review,
            List<LessonLine> lessons,
            List<HistoryLine> history) {}

    /**
     * Where the draft stands.
     *
     * @param drafted whether there is a draft at all
     * @param writable whether it may be written in
     * @param mayPublish whether the reader may publish it
     */
    record Review(
            boolean drafted,
            boolean writable,
            boolean waiting,
            boolean mayPublish,
            boolean mayRetire,
            Optional<String> sentBack) {}

    /** A lesson in the list of those being written. */
    record LessonLine(int number, String key, Text title, int minutes, String form, int questions) {}

    /**
     * What was decided.
     *
     * @param by name
     */
    record HistoryLine(String kind, String by, Instant at, int version, String reason) {}

    /** A lesson being written; {@code key} is empty for a new one. */
    record LessonEditView(
            String course,
            Text courseTitle,
            String key,
            Fields fields,
            String form,
            Optional<SafeHtml> preview,
            CourseViews.Media media,
            List<QuestionLine> questions) {
        public boolean fresh() {
            return key.isEmpty();
        }

        public boolean markdown() {
            return form.equals("MARKDOWN");
        }

        public boolean video() {
            return form.equals("VIDEO");
        }
    }

    /** What its form holds. */
    record Fields(String title, String titleEn, int minutes, String text, String questions, BigDecimal passMark) {}

    /** A question of its checkpoint. */
    record QuestionLine(String id, String stem) {}

    /** A text as it will look. */
    record PreviewView(SafeHtml html) {}
}
