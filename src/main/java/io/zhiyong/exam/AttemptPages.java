package io.zhiyong.exam;

import io.zhiyong.base.Language;
import io.zhiyong.base.Text;
import io.zhiyong.questionbank.Answer;
import io.zhiyong.questionbank.Body;
import io.zhiyong.questionbank.Face;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a candidate is shown: while sitting never a key, afterwards what the exam's release allows. */
final class AttemptPages {
    private AttemptPages() {}

    /** An option under the letter that this paper shows it by. */
    record OptionView(String letter, String text, boolean chosen) {}

    /** A blank and what was typed into it. */
    record BlankView(int number, String text) {}

    /** One question being answered. */
    record ItemView(
            int number,
            QuestionType type,
            Points points,
            String stem,
            List<OptionView> options,
            List<BlankView> blanks,
            Status status) {}

    /** Whether it was answered and flagged. */
    record Status(boolean answered, boolean flagged) {}

    /** The paper being sat. */
    record SittingView(
            AttemptId id, ExamId exam, Text title, Clock clock, Points full, List<ItemView> items, Count count) {
        /** Whether some question is still to be answered. */
        public boolean incomplete() {
            return count.answered() < count.all();
        }

        /** The numbers of those. */
        public List<Integer> unanswered() {
            return items.stream()
                    .filter(item -> !item.status().answered())
                    .map(ItemView::number)
                    .toList();
        }
    }

    /** By the server's clock; a page counts down the difference and never asks its own clock for the time. */
    record Clock(Instant now, Instant deadline, long secondsLeft) {
        static Clock of(Instant now, Instant deadline) {
            return new Clock(now, deadline, Math.max(0, deadline.getEpochSecond() - now.getEpochSecond()));
        }
    }

    /** How far it is; {@code sequence} is the number that the sender's next one must exceed. */
    record Count(int answered, int all, long sequence) {
        static Count of(Attempt attempt) {
            return new Count(
                    attempt.given().answered(),
                    attempt.paper().items().size(),
                    attempt.given().top());
        }
    }

    /** The acknowledgement of answers: they are durable. */
    record SavedView(AttemptId id, Count count, Clock clock) {}

    static SavedView saved(Attempt attempt, Instant now) {
        return new SavedView(
                attempt.id(), Count.of(attempt), Clock.of(now, attempt.span().deadline()));
    }

    static SittingView sitting(AttemptRoom.Desk desk, Instant now) {
        var attempt = desk.attempt();
        var items = new ArrayList<ItemView>();
        for (int place = 0; place < desk.questions().size(); place++) {
            items.add(item(attempt, desk.questions().get(place), place));
        }
        return new SittingView(
                attempt.id(),
                attempt.exam(),
                desk.exam().about().title(),
                Clock.of(now, attempt.span().deadline()),
                attempt.paper().full(),
                items,
                Count.of(attempt));
    }

    private static ItemView item(Attempt attempt, Question question, int place) {
        var item = attempt.paper().items().get(place);
        var face = item.face(question);
        var answer = item.toShown(attempt.given().answer(place));
        return new ItemView(
                place + 1,
                face.type(),
                item.points(),
                face.stem(),
                options(face, answer),
                blanks(face, answer),
                new Status(answer.given(), attempt.given().flagged(place)));
    }

    /** True and false are options too, as far as a page is concerned; their letters are the values. */
    private static List<OptionView> options(Face face, Answer answer) {
        if (face.type() == QuestionType.TRUE_FALSE) {
            return List.of("true", "false").stream()
                    .map(value -> new OptionView(value, "", answer.values().contains(value)))
                    .toList();
        }
        return face.options().stream()
                .map(option -> new OptionView(
                        option.letter(), option.text(), answer.values().contains(option.letter())))
                .toList();
    }

    private static List<BlankView> blanks(Face face, Answer answer) {
        var blanks = new ArrayList<BlankView>();
        for (int i = 0; i < face.blanks(); i++) {
            blanks.add(new BlankView(
                    i + 1, i < answer.values().size() ? answer.values().get(i) : ""));
        }
        return blanks;
    }

    /** An option afterwards. */
    record MarkedOption(String letter, String text, boolean chosen, boolean right, String feedback) {}

    /** A question afterwards. */
    record MarkedItem(
            int number,
            QuestionType type,
            String stem,
            List<MarkedOption> options,
            Typed typed,
            Verdict verdict,
            Why why) {}

    /** Of a fill-in: what was typed, and what each blank accepts. */
    record Typed(List<String> given, List<List<String>> accepted) {}

    /** Whether it was right. */
    record Verdict(boolean right, boolean answered, Points score, Points points) {}

    /** Why: empty where the question has none. */
    record Why(String explanation, String basis) {}

    /**
     * The result of an attempt.
     *
     * @param items empty until the key is out
     */
    record ResultView(
            AttemptId id,
            ExamId exam,
            Text title,
            Attempt.Handed handed,
            Score score,
            List<MarkedItem> items,
            Release release) {}

    /** The score with its share of full marks in percent. */
    record Score(Points score, Points full, long percent, boolean passed, long right, int all) {}

    /** Whether the key is out, and if not, from when it will be; empty: never. */
    record Release(boolean keyIsOut, Optional<Instant> from, boolean mayRepeat) {}

    static ResultView result(AttemptRoom.Desk desk, Instant now, Language language) {
        var handed = desk.attempt().handed().orElseThrow();
        var outcome = handed.outcome();
        var terms = desk.exam().terms();
        var out = terms.keyIsOut(now);
        var from = Optional.of(terms.closes()).filter(closes -> terms.release() == Terms.Release.AFTER_CLOSE && !out);
        var repeat = desk.exam().phase(now) == Exam.Phase.OPEN
                && desk.attempt().sitter().number() < terms.attempts();
        return new ResultView(
                desk.attempt().id(),
                desk.exam().id(),
                desk.exam().about().title(),
                withoutMarks(handed, out),
                new Score(
                        outcome.score(),
                        outcome.full(),
                        ExamPages.percent(outcome.score(), outcome.full()),
                        outcome.passed(),
                        outcome.marks().stream().filter(Attempt.Mark::right).count(),
                        outcome.marks().size()),
                out ? marked(desk, language) : List.of(),
                new Release(out, from, repeat));
    }

    /** Which answers were right tells the key; it stays inside until the key is out. */
    private static Attempt.Handed withoutMarks(Attempt.Handed handed, boolean out) {
        var outcome = handed.outcome();
        return out
                ? handed
                : new Attempt.Handed(
                        handed.at(),
                        handed.automatically(),
                        new Attempt.Outcome(outcome.score(), outcome.full(), outcome.passed(), List.of()));
    }

    private static List<MarkedItem> marked(AttemptRoom.Desk desk, Language language) {
        var items = new ArrayList<MarkedItem>();
        for (int place = 0; place < desk.questions().size(); place++) {
            items.add(marked(desk, place, language));
        }
        return items;
    }

    private static MarkedItem marked(AttemptRoom.Desk desk, int place, Language language) {
        var attempt = desk.attempt();
        var question = desk.questions().get(place);
        var item = attempt.paper().items().get(place);
        var answer = attempt.given().answer(place);
        var mark = attempt.handed().orElseThrow().outcome().marks().get(place);
        return new MarkedItem(
                place + 1,
                question.type(),
                question.stem(),
                markedOptions(
                        item.face(question),
                        item.toShown(answer),
                        item.toShown(new Answer(question.body().key())),
                        question.body()),
                typed(question.body(), answer),
                new Verdict(mark.right(), answer.given(), mark.score(), item.points()),
                new Why(
                        question.explanation(),
                        question.classification()
                                .basis()
                                .map(basis -> basis.label(language))
                                .orElse("")));
    }

    private static List<MarkedOption> markedOptions(Face face, Answer given, Answer key, Body body) {
        return options(face, given).stream()
                .map(option -> new MarkedOption(
                        option.letter(),
                        option.text(),
                        option.chosen(),
                        key.values().contains(option.letter()),
                        feedback(body, option.text())))
                .toList();
    }

    private static String feedback(Body body, String text) {
        return body.options().stream()
                .filter(option -> option.text().equals(text))
                .map(io.zhiyong.questionbank.Option::feedback)
                .findFirst()
                .orElse("");
    }

    private static Typed typed(Body body, Answer answer) {
        return body instanceof Body.FillIn fillIn
                ? new Typed(
                        answer.values(),
                        fillIn.blanks().stream().map(Body.Blank::accepted).toList())
                : new Typed(List.of(), List.of());
    }
}
