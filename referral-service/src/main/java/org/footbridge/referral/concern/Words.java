package org.footbridge.referral.concern;

import jakarta.persistence.Embeddable;

/** What was written: whom it is about, where, and what. */
@Embeddable
record Words(String who, String place, String what) {
    static final Words NONE = new Words(null, null, null);

    private static final int MANY_LINKS = 2;

    /** Looks like an advertisement. Nothing is thrown away for that: it might be a cry for help all the same. */
    boolean isSuspect() {
        return what.split("https?://", -1).length - 1 > MANY_LINKS;
    }
}
