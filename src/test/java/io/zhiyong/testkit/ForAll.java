package io.zhiyong.testkit;

import java.util.Random;
import java.util.function.Function;

/**
 * States a law over values made from a seed. A failure prints the seed; {@code -Dforall.seed=…} runs that one again, and
 * {@code -Dforall.runs=…} tries more.
 */
public final class ForAll {
    private static final int RUNS = Integer.getInteger("forall.runs", 200);

    private ForAll() {}

    /** A law that may throw anything. */
    @FunctionalInterface
    public interface Law<T> {
        void check(T value) throws Exception;
    }

    /** Checks the law for values made from {@code forall.runs} seeds. */
    public static <T> void forAll(Function<Random, T> maker, Law<T> law) {
        var only = Long.getLong("forall.seed");
        if (only != null) {
            once(only, maker, law);
            return;
        }
        for (long seed = 1; seed <= RUNS; seed++) {
            once(seed, maker, law);
        }
    }

    private static <T> void once(long seed, Function<Random, T> maker, Law<T> law) {
        var value = maker.apply(new Random(seed * 0x9E3779B97F4A7C15L));
        try {
            law.check(value);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("fails for -Dforall.seed=" + seed + " with " + value, e);
        }
    }
}
