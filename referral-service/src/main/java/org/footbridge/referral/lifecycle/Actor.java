package org.footbridge.referral.lifecycle;

import java.util.UUID;

/**
 * Who took a step.
 *
 * @param subject the account at the issuer
 * @param personId the person of the roster; {@code null} for an agency's account or a system
 * @param organizationId the district or the agency that the account acts for
 * @param role the role that made the step possible
 */
public record Actor(String subject, UUID personId, UUID organizationId, String role) {}
