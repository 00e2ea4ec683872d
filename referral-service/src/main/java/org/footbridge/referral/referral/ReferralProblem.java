package org.footbridge.referral.referral;

import org.footbridge.common.web.problem.ProblemType;
import org.footbridge.common.web.problem.Slugs;

/** What stands in the way of sending and reading a referral. */
public enum ReferralProblem implements ProblemType {
    CONSENT_MISSING(409, "No live consent lets this agency have the records"),
    NO_AGREEMENT(409, "The district has no live agreement with an agency for this service"),
    NO_CAPACITY(409, "The service has no room"),
    SERVICE_INACTIVE(409, "The service is not offered any more"),
    CRISIS_UNACKNOWLEDGED(409, "Nobody has acknowledged this crisis yet"),
    ACCESS_REVOKED(403, "The agency's access has ended");

    private final int status;
    private final String title;

    ReferralProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return Slugs.of(this);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
