package org.footbridge.common.web.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.footbridge.common.web.problem.CommonProblem;

/** The caller of this request. */
@RequestScoped
public class CurrentCaller {
    private final SecurityIdentity identity;

    public CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean isKnown() {
        return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken;
    }

    /**
     * The caller as the verified token describes it.
     *
     * @throws org.footbridge.common.web.problem.Problem 401 where there is no token
     */
    public Caller get() {
        if (!isKnown()) {
            throw CommonProblem.UNAUTHENTICATED.because("Send a valid bearer token of the issuer.");
        }
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        String scope = token.getClaim("scope");
        return new Caller(
                token.getIssuer(),
                token.getSubject(),
                token.getClaim("preferred_username"),
                token.getClaim("azp"),
                uuid(token, "tenant"),
                uuid(token, "agency"),
                Set.copyOf(identity.getRoles()),
                scope == null ? Set.of() : Set.of(scope.trim().split(" +")));
    }

    private static UUID uuid(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value == null) {
            return null;
        }
        try {
            return UUID.fromString(value.toString());
        } catch (IllegalArgumentException e) {
            throw CommonProblem.FORBIDDEN.because("The token's claim '" + claim + "' is not an id.");
        }
    }
}
