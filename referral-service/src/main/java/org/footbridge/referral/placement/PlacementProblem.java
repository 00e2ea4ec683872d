package org.footbridge.referral.placement;

import org.footbridge.common.web.problem.ProblemType;
import org.footbridge.common.web.problem.Slugs;

/** What stands in the way of a step of an agency, besides the placement's state. */
public enum PlacementProblem implements ProblemType {
    TOO_FEW_ATTEMPTS(409, "The family has not been tried often enough");

    private final int status;
    private final String title;

    PlacementProblem(int status, String title) {
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
