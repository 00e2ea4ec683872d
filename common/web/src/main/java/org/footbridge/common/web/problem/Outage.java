package org.footbridge.common.web.problem;

/** A module's knowledge of which exceptions mean that something it needs is down, not that our code is wrong. */
public interface Outage {

    /** Whether this exception, or what caused it, comes from something that cannot be reached right now. */
    boolean explains(Throwable failure);

    /** The answer: come back soon. */
    static Problem problem() {
        return CommonProblem.UNAVAILABLE
                .because("Nothing was changed. Try again soon.")
                .header("Retry-After", "5");
    }
}
