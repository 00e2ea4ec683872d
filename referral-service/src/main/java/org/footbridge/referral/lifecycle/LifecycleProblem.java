package org.footbridge.referral.lifecycle;

import org.footbridge.common.web.problem.Problem;
import org.footbridge.common.web.problem.ProblemType;
import org.footbridge.common.web.problem.Slugs;

/** What goes wrong with a step of a state machine. */
public enum LifecycleProblem implements ProblemType {
    WRONG_STATE(409, "The state of the resource forbids this"),
    TOO_EARLY(409, "This cannot have happened yet");

    private final int status;
    private final String title;

    LifecycleProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public Problem of(String detail) {
        return new Problem(this, detail);
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
