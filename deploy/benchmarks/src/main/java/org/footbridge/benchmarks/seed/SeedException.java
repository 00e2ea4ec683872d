package org.footbridge.benchmarks.seed;

/** Why there is no seed that can be trusted, in one line. */
public final class SeedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SeedException(String message) {
        super(message);
    }

    SeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
