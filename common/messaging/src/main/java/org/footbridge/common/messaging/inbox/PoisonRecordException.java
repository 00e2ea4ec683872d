package org.footbridge.common.messaging.inbox;

/** A record that can never be processed; the reason is a code, not a message, because it is stored with the record. */
public class PoisonRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public PoisonRecordException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
