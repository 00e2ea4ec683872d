package org.footbridge.benchmarks.seed;

import java.util.ArrayList;
import java.util.List;

/** Outcomes with weights. */
final class Lottery<T> {
    private final List<T> tickets = new ArrayList<>();

    private Lottery() {}

    static <T> Lottery<T> of(T prize, int weight) {
        return new Lottery<T>().or(prize, weight);
    }

    Lottery<T> or(T prize, int weight) {
        for (int i = 0; i < weight; i++) {
            tickets.add(prize);
        }
        return this;
    }

    T draw(Dice dice) {
        return dice.of(tickets);
    }
}
