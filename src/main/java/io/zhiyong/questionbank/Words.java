package io.zhiyong.questionbank;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words under which a question is found: every two neighbouring Chinese characters, and every run of Latin letters, digits
 * and dashes as a whole. Small, needs no dictionary, and finds every phrase of two characters or more.
 */
final class Words {
    private static final int MOST = 400;

    private Words() {}

    static List<String> of(String text) {
        var words = new LinkedHashSet<String>();
        var run = new StringBuilder();
        var last = -1;
        for (var point : Fold.searchable(text).codePoints().toArray()) {
            if (Character.isIdeographic(point)) {
                take(words, run);
                if (last >= 0) {
                    words.add(new String(new int[] {last, point}, 0, 2));
                }
                last = point;
            } else {
                last = -1;
                if (Character.isLetterOrDigit(point) || point == '-') {
                    run.appendCodePoint(point);
                } else {
                    take(words, run);
                }
            }
        }
        take(words, run);
        return words.stream().limit(MOST).toList();
    }

    private static void take(Set<String> words, StringBuilder run) {
        if (run.length() > 0) {
            words.add(run.toString());
            run.setLength(0);
        }
    }
}
