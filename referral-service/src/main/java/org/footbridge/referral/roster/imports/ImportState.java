package org.footbridge.referral.roster.imports;

/** An import runs until it was applied as a whole or rejected as a whole. */
enum ImportState {
    RUNNING,
    APPLIED,
    REJECTED
}
