package io.zhiyong.contest;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import io.zhiyong.base.UnitId;
import java.util.HashSet;
import java.util.List;

/**
 * What a contest is before anybody plays: fixed when the lobby opens.
 *
 * @param organizer who set it up, and its host
 * @param unit the unit it is held for; organizers of that unit or above it may host as well
 * @param questions in the order of play; may be empty in a draft, at most 100
 */
record Setup(Text title, PersonId organizer, UnitId unit, List<ContestQuestion> questions, Rules rules) {
    private static final int MOST_QUESTIONS = 100;

    Setup {
        questions = List.copyOf(questions);
        if (questions.size() > MOST_QUESTIONS) {
            throw Refusal.invalid("questions", "contest.refusal.tooManyQuestions", MOST_QUESTIONS);
        }
        var ids = new HashSet<String>();
        for (var question : questions) {
            if (!ids.add(question.id())) {
                throw Refusal.invalid("questions", "contest.refusal.questionTwice", question.id());
            }
        }
    }
}
