package org.footbridge.referral.retention;

/** What is kept for equally long. */
public enum RecordClass {
    /** A referral that was completed. */
    REFERRAL_SERVED,
    /** A referral that ended in any other way. */
    REFERRAL_NOT_SERVED,
    /** A referral that should never have been: entered in error, or a duplicate of another. */
    REFERRAL_IN_ERROR,
    /** Messages, questions and answers of a referral that has ended. They go with it at the latest. */
    MESSAGE,
    /** Files of a referral that has ended. They go with it at the latest. */
    ATTACHMENT,
    /** Signed texts of consents. Without a policy they go with their referral; with one, they may outlive it. */
    CONSENT_PAPER;

    /** Whether it is a whole referral, and not a part of one. */
    boolean isReferral() {
        return switch (this) {
            case REFERRAL_SERVED, REFERRAL_NOT_SERVED, REFERRAL_IN_ERROR -> true;
            case MESSAGE, ATTACHMENT, CONSENT_PAPER -> false;
        };
    }
}
