package org.footbridge.benchmarks.seed;

import java.util.List;

/** SplitMix64, written out because no JDK promises the numbers of its generators to the next one. */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** A number in 0 … bound - 1. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** Spreads neighbours over all of 64 bits; different numbers stay different. */
    static long mix(long number) {
        long mixed = number;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
