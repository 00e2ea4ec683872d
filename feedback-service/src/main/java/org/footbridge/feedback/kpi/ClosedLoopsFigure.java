package org.footbridge.feedback.kpi;

/**
 * Counted, not yet hidden.
 *
 * @param key the group, {@code null} for the total
 * @param label the group's name for humans, {@code null} where it has none
 * @param waits closed loops with a kept appointment: what the median is made of
 */
record ClosedLoopsFigure(
        String key, String label, boolean total, long submitted, long closedLoops, long waits, Double medianWaitDays) {}
