package org.footbridge.notification.sms;

/** The provider did not take a message now, and may later. */
public final class SmsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SmsUnavailableException(int status) {
        super("the provider of text messages answered " + status, null, false, false);
    }
}
