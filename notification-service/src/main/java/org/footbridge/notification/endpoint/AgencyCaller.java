package org.footbridge.notification.endpoint;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.problem.CommonProblem;

/** The agency on whose behalf the request is made. */
@RequestScoped
public class AgencyCaller {
    private final CurrentCaller caller;

    public AgencyCaller(CurrentCaller caller) {
        this.caller = caller;
    }

    /** The agency of the token; 403 for a token that names none. */
    public UUID id() {
        UUID agency = caller.get().agency();
        if (agency == null) {
            throw CommonProblem.FORBIDDEN.because("The token names no agency.");
        }
        return agency;
    }
}
