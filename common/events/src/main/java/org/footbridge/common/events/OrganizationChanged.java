package org.footbridge.common.events;

import java.util.UUID;

/** An organization of the directory appeared or changed. {@code kind} is {@code agency} or {@code school}. */
public record OrganizationChanged(
        UUID organizationId, String name, UUID parentOrganizationId, String kind, boolean active)
        implements EventPayload {}
