package io.zhiyong.contest;

import io.vertx.core.Future;
import java.util.List;

/** Where a contest's questions come from: those types of the bank that a phone can answer. */
interface QuestionsStore {
    /** In the order of the ids; refused when one is not there or cannot be played. */
    Future<List<ContestQuestion>> byIds(List<String> ids);

    /** So many different ones of a subject, the same for the same seed; refused when there are fewer. */
    Future<List<ContestQuestion>> draw(String subject, int count, String seed);

    Future<List<String>> subjects();
}
