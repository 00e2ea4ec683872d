package org.footbridge.notification.person;

import org.footbridge.common.web.problem.ProblemType;
import org.footbridge.common.web.problem.Slugs;

/** What can go wrong with a caller's person. */
public enum PersonProblem implements ProblemType {
    ACCOUNT_NOT_LINKED(409, "The account is not linked to a person of the roster");

    private final int status;
    private final String title;

    PersonProblem(int status, String title) {
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
