package io.zhiyong.questionbank;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The bank as features use it. */
public interface QuestionBank {
    /** Current versions, whatever their state, of those of the ids that exist. */
    Future<Map<QuestionId, Question>> byIds(Collection<QuestionId> ids);

    /** The very versions that a paper was drawn with, in its order; remembered, so asking again costs nothing. */
    Future<List<Question>> ofPaper(Paper paper);

    /** The published questions that rows of the blueprint take: what to freeze for an exam, so that all draw from the same. */
    Future<Pool> pool(Blueprint blueprint);

    /** A paper from the bank as it is now; refused as {@link PaperDraw#draw} refuses. */
    default Future<Paper> draw(Blueprint blueprint, String seed) {
        return pool(blueprint).map(pool -> PaperDraw.draw(blueprint, pool, seed));
    }

    /** All subjects with published questions, by name; may be some seconds old. */
    Future<List<Subject>> subjects();
}
