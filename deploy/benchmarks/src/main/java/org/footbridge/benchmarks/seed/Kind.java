package org.footbridge.benchmarks.seed;

/** What has ids and dice of its own. The names are part of what a seed means. */
enum Kind {
    SCHOOL,
    STUDENT,
    GUARDIAN,
    STAFF,
    DISTRICT_STAFF,
    GRANT,
    AGREEMENT,
    ORGANIZATION,
    LOCATION,
    SERVICE,
    PLACE,
    REFERRAL,
    PLACEMENT,
    APPOINTMENT,
    CONSENT,
    DISCLOSED_RECORD,
    DISCLOSURE,
    INQUIRY,
    TRANSITION,
    ACCOUNT,
    ATTRIBUTE,
    STORY,
    ADDRESS
}
