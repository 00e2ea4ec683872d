package org.footbridge.notification.sms;

/** The provider will never take this message: no such number, or its owner has told the provider to stop. */
public final class SmsRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SmsRefusedException(int status) {
        super("the provider of text messages refused with " + status, null, false, false);
    }
}
