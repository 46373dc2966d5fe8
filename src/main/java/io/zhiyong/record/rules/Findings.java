package io.zhiyong.record.rules;

import io.zhiyong.base.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong so far; the first twenty are kept. */
final class Findings {
    private static final int MOST = 20;

    private final List<Refusal.Problem> problems = new ArrayList<>();

    void add(String path, String key, Object... arguments) {
        if (problems.size() < MOST) {
            problems.add(Refusal.Problem.at(path, key, arguments));
        }
    }

    List<Refusal.Problem> all() {
        return List.copyOf(problems);
    }
}
