package org.footbridge.notification.queue;

import java.util.UUID;

/**
 * One claimed piece of work.
 *
 * @param id the delivery or the notice
 * @param lane whose limit it counts against
 * @param tenant the district in whose transaction it runs, or {@code null}
 * @param agency the agency in whose transaction it runs, or {@code null}
 * @param lease proves the claim: whoever lost it may not record a result
 */
public record WorkItem(WorkKind kind, UUID id, UUID lane, UUID tenant, UUID agency, UUID lease) {}
