package org.footbridge.benchmarks;

/** Words on the command line that are not understood, in one line. */
final class BadOptions extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadOptions(String message) {
        super(message);
    }

    BadOptions(String message, Throwable cause) {
        super(message, cause);
    }
}
