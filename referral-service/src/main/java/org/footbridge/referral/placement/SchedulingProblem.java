package org.footbridge.referral.placement;

import org.footbridge.common.web.problem.ProblemType;
import org.footbridge.common.web.problem.Slugs;

/** What stands in the way of a time. */
public enum SchedulingProblem implements ProblemType {
    STUDENT_BUSY(409, "The student has something else at that time"),
    STAFF_BUSY(409, "Whoever sees the student has something else at that time"),
    TIME_PASSED(409, "The time has passed"),
    OWN_PROPOSAL(409, "The other side confirms this proposal");

    private final int status;
    private final String title;

    SchedulingProblem(int status, String title) {
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
