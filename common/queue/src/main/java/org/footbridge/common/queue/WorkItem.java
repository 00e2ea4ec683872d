package org.footbridge.common.queue;

import java.util.UUID;

/**
 * One piece of work.
 *
 * @param id what it is about, such as a delivery or a referral: there is one work of a kind and an id at most
 * @param lane whose limit it counts against
 * @param tenant the district in whose transaction it runs, or {@code null}
 * @param agency the agency in whose transaction it runs, or {@code null}
 * @param lease proves the claim: whoever lost it may not record a result; {@code null} for work that is not claimed
 */
public record WorkItem(WorkKind kind, UUID id, UUID lane, UUID tenant, UUID agency, UUID lease) {

    /** Work of a district, before it is claimed. One district's many works do not hold up another's. */
    public static WorkItem ofTenant(WorkKind kind, UUID id, UUID tenant) {
        return new WorkItem(kind, id, tenant, tenant, null, null);
    }
}
