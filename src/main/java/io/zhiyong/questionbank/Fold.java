package io.zhiyong.questionbank;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes away what does not tell one typed answer from another: full and half width (Unicode NFKC), case, all spaces, and a
 * closing mark at the end. Folding twice is folding once.
 */
public final class Fold {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern CLOSING = Pattern.compile("[。．.，,；;、！!]+$");

    private Fold() {}

    public static String fold(String text) {
        // Spaces may hide a closing mark: spaces first.
        var tight = SPACES.matcher(searchable(text)).replaceAll("");
        return CLOSING.matcher(tight).replaceAll("");
    }

    /** Width and case only: spaces and marks still part words. */
    static String searchable(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        // Lowering may undo the composition (İ): normalise again.
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }
}
