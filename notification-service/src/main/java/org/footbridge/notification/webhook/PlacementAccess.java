package org.footbridge.notification.webhook;

import java.util.UUID;

/**
 * Whether an agency may still hear of a placement, as the newest event says.
 *
 * @param open false once consent, agreement or assignment has ended
 */
record PlacementAccess(UUID placementId, UUID tenantId, UUID agencyId, String state, boolean open, long sequence) {}
