package org.footbridge.common.testsupport;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Somebody whom a resource is no business of.
 *
 * @param description for messages
 * @param token a signed token
 * @param sameRoles whether the roles and scopes are the owner's, so that only the resource can be the reason to refuse
 */
record Stranger(String description, String token, boolean sameRoles) {

    /** Another tenant and another agency as they are, and the owner's counterpart at another tenant or agency. */
    static List<Stranger> of(DemoTokens demo, TokenBuilder owner) {
        Map<String, Object> claims = owner.claims();
        Stream<Stranger> others = Stream.of(
                new Stranger("another tenant", demo.otherDistrictCoordinator().sign(), false),
                new Stranger("another agency", demo.otherAgencyStaff().sign(), false));
        if (claims.containsKey("tenant")) {
            TokenBuilder counterpart = demo.otherDistrictCoordinator().entitledAs(owner);
            return with(others, new Stranger("another tenant with the owner's roles", counterpart.sign(), true));
        }
        if (claims.containsKey("agency")) {
            TokenBuilder counterpart = demo.otherAgencyStaff().entitledAs(owner);
            return with(others, new Stranger("another agency with the owner's roles", counterpart.sign(), true));
        }
        return others.toList();
    }

    private static List<Stranger> with(Stream<Stranger> others, Stranger counterpart) {
        return Stream.concat(others, Stream.of(counterpart)).toList();
    }

    @Override
    public String toString() {
        return description;
    }
}
