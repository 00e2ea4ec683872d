package org.footbridge.common.web.caller;

import java.util.Set;
import java.util.UUID;

/**
 * Who calls, as the token says (architecture section 5). Which person of the roster that is, and which schools are his or
 * hers, is not in the token (decision 10).
 *
 * @param issuer the token's issuer; with {@code subject} it names the account
 * @param username {@code preferred_username}; {@code null} for a system
 * @param clientId the OAuth client ({@code azp})
 * @param tenant the district, {@code null} for an agency or a platform administrator
 * @param agency the agency's organization in the directory, {@code null} for a district
 */
public record Caller(
        String issuer,
        String subject,
        String username,
        String clientId,
        UUID tenant,
        UUID agency,
        Set<String> roles,
        Set<String> scopes) {

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean isPlatform() {
        return roles.contains(Roles.PLATFORM_ADMIN);
    }
}
