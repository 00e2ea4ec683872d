package org.footbridge.feedback.kpi;

import org.footbridge.common.web.problem.ProblemType;
import org.footbridge.common.web.problem.Slugs;

/** What feedback-service can complain of. */
public enum FeedbackProblem implements ProblemType {
    NO_SCHOOL(403, "The caller coordinates no school"),
    DISTRICT_UNKNOWN(503, "The district's settings have not arrived yet");

    private final int status;
    private final String title;

    FeedbackProblem(int status, String title) {
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
