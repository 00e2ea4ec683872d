package org.footbridge.common.messaging.outbox;

/** The relay's session cannot be used any more; it starts again with a new one. */
final class LostSessionException extends Exception {
    private static final long serialVersionUID = 1L;

    LostSessionException(Throwable cause) {
        super(cause);
    }
}
