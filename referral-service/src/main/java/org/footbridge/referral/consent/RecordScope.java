package org.footbridge.referral.consent;

/** The parts of a referral that a consent may cover; what it does not name is not sent. */
public enum RecordScope {
    /** Names, birth date and grade of the student. */
    IDENTITY,
    /** Guardians who may be contacted, and the language that they speak at home. */
    CONTACT,
    /** Concern codes and urgency. */
    CONCERNS,
    /** What the school wrote in its own words. */
    DESCRIPTION,
    /** How care may be paid for. */
    INSURANCE,
    /** School, district and whom to call there. */
    SCHOOL,
    /** What tells of substance use (42 CFR Part 2), in the other parts: a general consent never covers it. */
    PART2,
    /** What the agency may tell the school in return: whether the student came, what the classroom could do. Covers nothing that is sent. */
    FEEDBACK,
    /** Files of the school: those there are when the referral is sent, and those that are given later. */
    ATTACHMENTS
}
