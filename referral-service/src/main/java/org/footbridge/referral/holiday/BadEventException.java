package org.footbridge.referral.holiday;

/** An event that cannot be understood, with the code of the reason. */
final class BadEventException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    BadEventException(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
