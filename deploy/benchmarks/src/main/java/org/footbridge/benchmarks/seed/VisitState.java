package org.footbridge.benchmarks.seed;

/** The states of decision 1; nothing proposes visits yet. */
enum VisitState {
    BOOKED,
    KEPT,
    NO_SHOW,
    CANCELLED
}
