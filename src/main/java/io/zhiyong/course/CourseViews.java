package io.zhiyong.course;

import io.zhiyong.base.Text;
import io.zhiyong.web.SafeHtml;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the pages of courses show, and their JSON twins are. */
final class CourseViews {
    private CourseViews() {}

    /**
     * The list of courses.
     *
     * @param search what was looked for; empty when nothing was
     * @param mine begun or due, not complete; late ones first
     * @param organizer whether the reader may write courses
     */
    record CoursesView(
            String search,
            List<Card> mine,
            List<Card> completed,
            List<Subject> subjects,
            Optional<String> next,
            boolean organizer) {}

    /** One field and its courses. */
    record Subject(String name, List<Card> courses) {}

    /** A course in a list. */
    record Card(String id, Text title, Text summary, String subject, int minutes, int lessons, Study study) {}

    /** How far somebody is. */
    record Study(
            String state, int done, int percent, Optional<LocalDate> due, boolean late, Optional<Instant> completedAt) {
        public boolean underway() {
            return state.equals("underway");
        }

        public boolean completed() {
            return state.equals("completed");
        }
    }

    /**
     * A course.
     *
     * @param go where its button leads
     */
    record CourseView(
            Card course,
            int version,
            List<Row> lessons,
            String go,
            boolean retired,
            List<Gives> gives,
            boolean mayEdit) {}

    /**
     * A lesson in a list.
     *
     * @param state {@code new}, {@code opened} or {@code done}
     */
    record Row(
            int number,
            String key,
            Text title,
            int minutes,
            Lesson.Form form,
            int questions,
            String state,
            String href) {
        public boolean done() {
            return state.equals("done");
        }

        public boolean opened() {
            return state.equals("opened");
        }

        public boolean markdown() {
            return form == Lesson.Form.MARKDOWN;
        }

        public boolean video() {
            return form == Lesson.Form.VIDEO;
        }

        public boolean pdf() {
            return form == Lesson.Form.PDF;
        }
    }

    /**
     * A lesson being studied.
     *
     * @param text what is read, or the transcript of what is watched
     * @param position where one was: seconds, or share of the height
     */
    record LessonView(
            String course,
            Text courseTitle,
            Row lesson,
            List<Row> lessons,
            Optional<SafeHtml> text,
            Media media,
            double position,
            Optional<CheckpointView> checkpoint,
            Optional<String> previous,
            Optional<String> next,
            boolean courseCompleted,
            int done) {
        public int total() {
            return lessons.size();
        }
    }

    /** Addresses of what a lesson shows beside text; empty where there is none. */
    record Media(
            Optional<String> film,
            Optional<String> captions,
            String captionsLanguage,
            Optional<String> document,
            String fileName) {
        static final Media NONE = new Media(Optional.empty(), Optional.empty(), "", Optional.empty(), "");
    }

    /**
     * A checkpoint: to be answered, or with what was answered.
     *
     * @param answered whether the last try is shown; its explanations with it
     */
    record CheckpointView(
            String action,
            List<QuestionView> questions,
            int needed,
            int right,
            boolean mastered,
            boolean answered,
            String again) {
        public int total() {
            return questions.size();
        }
    }

    /** One question, and once it was answered what was given and what it rests on. */
    record QuestionView(
            int number,
            String id,
            String type,
            String stem,
            List<OptionView> options,
            List<BlankView> blanks,
            Optional<FeedbackView> feedback) {
        public int index() {
            return number - 1;
        }

        public boolean multiple() {
            return type.equals("MULTIPLE");
        }
    }

    /** Something to choose. */
    record OptionView(String value, String letter, String text, boolean chosen, boolean right, String feedback) {
        public boolean wrong() {
            return chosen && !right;
        }
    }

    /**
     * Something to fill in.
     *
     * @param key an accepted text; empty before the answer
     */
    record BlankView(int number, String given, String key) {}

    /** What one learns from having answered. */
    record FeedbackView(boolean right, String explanation, Optional<String> basis) {}

    /** Where one was, as kept. */
    record PositionView(double at, Instant saved) {}

    /**
     * A completed course.
     *
     * @param settled whether the ledger has been told already
     */
    record CompletionView(
            String course,
            Text title,
            Instant at,
            int version,
            List<Gives> credit,
            boolean settled,
            Optional<String> statement) {}
}
