package org.footbridge.referral.retention;

/** From when the years are counted. */
public enum Trigger {
    /** The end of the referral. */
    CLOSED,
    /** The student has left the roster. */
    EXIT,
    /** The student's eighteenth birthday; never where the birth date is unknown. */
    AGE
}
