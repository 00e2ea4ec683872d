package org.footbridge.referral.directory;

import java.util.UUID;

/**
 * A service of the directory as we last heard of it.
 *
 * @param capacityStatus {@code null} where nobody has said
 * @param available free places, {@code null} where nobody has counted
 */
public record OfferedService(
        UUID id, UUID organizationId, String name, boolean active, String capacityStatus, Integer available) {

    /** Whether somebody may be sent: only a stated lack of room forbids it, since a stale directory must not block care. */
    public boolean hasRoom() {
        boolean full = "HAS_CAPACITY".equals(capacityStatus) && available != null && available == 0;
        return !full && !"NO_CAPACITY".equals(capacityStatus);
    }
}
