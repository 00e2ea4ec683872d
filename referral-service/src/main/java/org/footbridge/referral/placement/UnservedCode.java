package org.footbridge.referral.placement;

/** Why a placement ended although the agency had taken it (decision 2). */
public enum UnservedCode {
    NOT_SERVED,
    MOVED,
    REFERRED_ELSEWHERE
}
