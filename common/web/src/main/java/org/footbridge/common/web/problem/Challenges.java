package org.footbridge.common.web.problem;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The 401 with its {@code WWW-Authenticate} (RFC 9110 section 11.6.1), as the authentication mechanism words it. */
public final class Challenges {
    private Challenges() {}

    /** Never fails: without a mechanism's own words the challenge is a plain {@code Bearer}. */
    public static Uni<Problem> problem(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        Uni<ChallengeData> challenge =
                authenticator == null ? Uni.createFrom().nullItem() : authenticator.getChallenge(request);
        return challenge.map(Challenges::problem);
    }

    private static Problem problem(ChallengeData challenge) {
        Problem problem = CommonProblem.UNAUTHENTICATED
                .because("Send a valid bearer token of the issuer.")
                .header("WWW-Authenticate", "Bearer");
        if (challenge != null) {
            challenge.getHeaders().forEach((name, value) -> problem.header(properCase(name.toString()), value));
        }
        return problem;
    }

    /** So that the mechanism's header replaces ours, however it is spelt. */
    private static String properCase(String name) {
        return name.equalsIgnoreCase("WWW-Authenticate") ? "WWW-Authenticate" : name;
    }
}
