package io.zhiyong.questionbank;

import java.util.List;
import java.util.Map;

/**
 * A subject (科目) with what the bank holds of it, published questions only.
 *
 * @param byType how many of each type; types without any are absent
 * @param points its knowledge points, sorted
 */
public record Subject(String name, int count, Map<QuestionType, Integer> byType, List<String> points) {
    public Subject {
        byType = Map.copyOf(byType);
        points = List.copyOf(points);
    }
}
