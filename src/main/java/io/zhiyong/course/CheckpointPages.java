package io.zhiyong.course;

import io.zhiyong.base.Language;
import io.zhiyong.course.CourseViews.BlankView;
import io.zhiyong.course.CourseViews.CheckpointView;
import io.zhiyong.course.CourseViews.FeedbackView;
import io.zhiyong.course.CourseViews.OptionView;
import io.zhiyong.course.CourseViews.QuestionView;
import io.zhiyong.questionbank.Body;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Views of a lesson's checkpoint. Keys and explanations are in them only beside a try that was made. Pure. */
final class CheckpointPages {
    private static final List<String> TRUE_FALSE = List.of("true", "false");

    private CheckpointPages() {}

    /**
     * @param again whether somebody who has tried wants an empty form
     */
    static Optional<CheckpointView> view(
            StudyRoom.Going going, Lesson lesson, List<Question> questions, boolean again, Language language) {
        return lesson.checkpoint().map(checkpoint -> {
            var steps = going.progress().of(lesson);
            var shown = steps.lastTry().filter(attempt -> !again);
            var address = "/courses/" + going.course().id() + "/lessons/"
                    + going.edition().numberOf(lesson);
            return new CheckpointView(
                    address + "/checkpoint",
                    IntStream.range(0, questions.size())
                            .mapToObj(n -> question(n + 1, questions.get(n), shown, language))
                            .toList(),
                    checkpoint.needed(),
                    shown.map(attempt -> attempt.right().size()).orElse(0),
                    steps.mastered().isPresent(),
                    shown.isPresent(),
                    address + "?again=1#checkpoint");
        });
    }

    private static QuestionView question(int number, Question question, Optional<Steps.Try> shown, Language language) {
        var id = question.id().value();
        var given = shown.map(attempt -> attempt.answers().getOrDefault(id, List.of()))
                .orElse(List.of());
        var feedback = shown.map(attempt -> new FeedbackView(
                attempt.right().contains(id),
                question.explanation(),
                question.classification().basis().map(basis -> basis.label(language))));
        return new QuestionView(
                number,
                id,
                question.type().name(),
                question.stem(),
                options(question, given, shown.isPresent()),
                blanks(question, given, shown.isPresent()),
                feedback);
    }

    private static List<OptionView> options(Question question, List<String> given, boolean open) {
        var key = question.body().key();
        if (question.type() == QuestionType.TRUE_FALSE) {
            return TRUE_FALSE.stream()
                    .map(value -> new OptionView(value, "", "", given.contains(value), open && key.contains(value), ""))
                    .toList();
        }
        return question.body().options().stream()
                .map(option -> new OptionView(
                        option.key(),
                        option.key(),
                        option.text(),
                        given.contains(option.key()),
                        open && key.contains(option.key()),
                        open && given.contains(option.key()) ? option.feedback() : ""))
                .toList();
    }

    private static List<BlankView> blanks(Question question, List<String> given, boolean open) {
        var blanks = new ArrayList<BlankView>();
        if (question.body() instanceof Body.FillIn fillIn) {
            for (int n = 0; n < fillIn.blankCount(); n++) {
                var text = n < given.size() ? given.get(n) : "";
                blanks.add(new BlankView(n + 1, text, open ? fillIn.key().get(n) : ""));
            }
        }
        return blanks;
    }
}
