package io.zhiyong.exam;

import io.zhiyong.base.Refusal;
import io.zhiyong.exam.Attempt.Entry;
import io.zhiyong.questionbank.Answer;
import io.zhiyong.questionbank.QuestionType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers as they are sent: by number on the paper, from 1, in the letters that the paper shows; {@code true} or {@code false};
 * or the texts of the blanks. A page without script sends the whole paper, a script one question at a time.
 *
 * @param flagged numbers that the candidate wants to come back to; of those sent only
 * @param sequence counts what one sender sends; absent from a page without script
 */
record AnswersForm(Map<String, List<String>> answers, Set<Integer> flagged, Long sequence) {
    AnswersForm {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
        flagged = flagged == null ? Set.of() : Set.copyOf(flagged);
        if (sequence != null && (sequence < 1 || sequence > Integer.MAX_VALUE)) {
            throw Refusal.invalid("sequence", "refusal.range", sequence, 1, Integer.MAX_VALUE);
        }
    }

    /** What is to be written, by place from 0: of a whole paper only what changed. */
    Map<Integer, Entry> entries(AttemptRoom.Desk desk, Instant now) {
        var given = desk.attempt().given();
        var number = sequence == null ? given.top() + 1 : sequence;
        var entries = new HashMap<Integer, Entry>();
        for (var sent : new TreeSet<>(answers.keySet())) {
            var place = place(sent, desk);
            var entry = new Entry(number, answer(desk, place, answers.get(sent)), flagged.contains(place + 1), now);
            if (sequence != null || changes(given, place, entry)) {
                entries.put(place, entry);
            }
        }
        return entries;
    }

    private static boolean changes(Attempt.Given given, int place, Entry entry) {
        return !given.answer(place).equals(entry.answer()) || given.flagged(place) != entry.flagged();
    }

    private static int place(String number, AttemptRoom.Desk desk) {
        var most = desk.questions().size();
        if (!number.matches("[1-9]\\d{0,2}") || Integer.parseInt(number) > most) {
            throw Refusal.invalid("answers[" + number + "]", "refusal.range", number, 1, most);
        }
        return Integer.parseInt(number) - 1;
    }

    private static Answer answer(AttemptRoom.Desk desk, int place, List<String> values) {
        var body = desk.questions().get(place).body();
        var where = "answers[" + (place + 1) + "]";
        try {
            // An empty value stands for a box that was unticked; in a blank it is a blank left empty.
            var answer = body.type() == QuestionType.FILL_IN
                    ? new Answer(values)
                    : desk.attempt()
                            .paper()
                            .items()
                            .get(place)
                            .fromShown(new Answer(values.stream()
                                    .filter(value -> !value.isBlank())
                                    .distinct()
                                    .toList()));
            body.check(answer);
            return answer;
        } catch (Refusal refusal) {
            var problem = refusal.problems().get(0);
            throw Refusal.invalid(where, problem.key(), problem.arguments().toArray());
        }
    }
}
