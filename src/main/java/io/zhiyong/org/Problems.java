package io.zhiyong.org;

import io.zhiyong.base.Refusal;
import io.zhiyong.base.Refusal.Problem;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a thing at once, so that it need not be found out one by one. */
final class Problems {
    private Problems() {}

    /** What these checks refuse, in their order. */
    static List<Problem> of(Runnable... checks) {
        var problems = new ArrayList<Problem>();
        for (var check : checks) {
            try {
                check.run();
            } catch (Refusal refusal) {
                problems.addAll(refusal.problems());
            }
        }
        return problems;
    }

    static void requireNone(Runnable... checks) {
        var problems = of(checks);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
