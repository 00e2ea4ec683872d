package org.footbridge.notification.webhook;

import org.footbridge.common.web.problem.ProblemType;
import org.footbridge.common.web.problem.Slugs;

/** What can go wrong with a delivery beyond the common problems. */
public enum DeliveryProblem implements ProblemType {
    DELIVERY_PENDING(409, "The delivery is still being tried"),
    CONTENT_EXPUNGED(409, "The delivery has no content any more");

    private final int status;
    private final String title;

    DeliveryProblem(int status, String title) {
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
