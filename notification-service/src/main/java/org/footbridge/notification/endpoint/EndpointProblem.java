package org.footbridge.notification.endpoint;

import org.footbridge.common.web.problem.ProblemType;
import org.footbridge.common.web.problem.Slugs;

/** What can go wrong with an endpoint beyond the common problems. */
public enum EndpointProblem implements ProblemType {
    TOO_MANY_ENDPOINTS(409, "The caller has as many endpoints as it may have"),
    ROTATION_RUNNING(409, "The secret was rotated a short while ago"),
    PULL_ONLY(409, "The endpoint has no URL to send to"),
    ENDPOINT_DISABLED(409, "The endpoint is disabled");

    private final int status;
    private final String title;

    EndpointProblem(int status, String title) {
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
