package org.footbridge.referral.district;

/** For whom a day is off. */
public enum HolidayKind {
    /** The district's schools are closed; agencies may work. */
    SCHOOL,
    /** Nobody works: neither a school day nor a business day. */
    PUBLIC
}
