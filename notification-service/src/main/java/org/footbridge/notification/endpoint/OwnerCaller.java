package org.footbridge.notification.endpoint;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.problem.CommonProblem;

/** The agency or the district on whose behalf the request is made. */
@RequestScoped
public class OwnerCaller {
    private final CurrentCaller caller;

    public OwnerCaller(CurrentCaller caller) {
        this.caller = caller;
    }

    /** The owner that the token names; 403 for a token that names neither agency nor district. */
    public Owner owner() {
        Caller who = caller.get();
        if (who.agency() != null) {
            return Owner.agency(who.agency());
        }
        if (who.tenant() != null) {
            return Owner.tenant(who.tenant());
        }
        throw CommonProblem.FORBIDDEN.because("The token names neither an agency nor a district.");
    }

    public UUID id() {
        return owner().id();
    }
}
