package org.footbridge.referral.lifecycle;

import java.util.UUID;

/**
 * Who took a step.
 *
 * @param subject the account at the issuer
 * @param personId the person of the roster; {@code null} for an agency's account or a system
 * @param organizationId the district or the agency that the account acts for
 * @param role the role that made the step possible
 * @param standsInFor the person of the roster who is away, {@code null} for somebody who acts in his or her own right
 */
public record Actor(String subject, UUID personId, UUID organizationId, String role, UUID standsInFor) {

    public Actor(String subject, UUID personId, UUID organizationId, String role) {
        this(subject, personId, organizationId, role, null);
    }

    /** Who has what was decided in hand from now on: what a stand-in begins is the absent one's, also after the absence. */
    public UUID responsible() {
        return standsInFor == null ? personId : standsInFor;
    }
}
