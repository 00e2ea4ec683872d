package org.footbridge.referral.consent.electronic;

/** What the visitor sees next. */
record Shown(Step step, Message message, Visit visit) {

    /** Each is a template. */
    enum Step {
        START,
        CODE,
        ASK,
        DONE,
        GONE
    }

    /** What is said on top, and the status that goes with it. */
    enum Message {
        NONE(200, null),
        UNKNOWN(404, null),
        CODE_SENT(200, "codeSent"),
        CODE_WRONG(422, "codeWrong"),
        CODE_SPENT(422, "codeSpent"),
        TOO_MANY(429, "tooMany"),
        FORM_OLD(403, "formOld"),
        NOT_SIGNED(422, "notSigned"),
        SIGNED(200, "signed"),
        REFUSED(200, "refused"),
        REVOKED(200, "revoked");

        private final int status;
        private final String text;

        Message(int status, String text) {
            this.status = status;
            this.text = text;
        }

        int status() {
            return status;
        }

        /** The key of its words, {@code null} where nothing is said. */
        String text() {
            return text;
        }
    }

    static Shown gone() {
        return new Shown(Step.GONE, Message.UNKNOWN, null);
    }
}
