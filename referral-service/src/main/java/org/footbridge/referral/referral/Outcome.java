package org.footbridge.referral.referral;

/** What came of a completed referral (decision 2). */
public enum Outcome {
    SERVED_IMPROVED,
    SERVED_NO_CHANGE,
    SERVED_STEPPED_UP,
    STEPPED_DOWN_TO_SCHOOL,
    STOPPED_ATTENDING
}
