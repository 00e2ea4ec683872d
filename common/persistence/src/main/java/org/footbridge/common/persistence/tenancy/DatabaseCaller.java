package org.footbridge.common.persistence.tenancy;

import java.util.UUID;
import org.footbridge.common.web.caller.Caller;

/**
 * What row-level security keys on: {@code footbridge.tenant}, {@code footbridge.agency} and {@code footbridge.platform},
 * set as the first statement of every transaction.
 *
 * @param tenant the district whose rows may be seen, or {@code null}
 * @param agency the agency whose placements may be seen, or {@code null}
 * @param platform a platform administrator, who sees settings and never a referral
 */
public record DatabaseCaller(UUID tenant, UUID agency, boolean platform) {
    /** Sees no row of any tenant. */
    public static final DatabaseCaller NOBODY = new DatabaseCaller(null, null, false);

    public static DatabaseCaller tenant(UUID tenant) {
        return new DatabaseCaller(tenant, null, false);
    }

    public static DatabaseCaller of(Caller caller) {
        return new DatabaseCaller(caller.tenant(), caller.agency(), caller.isPlatform());
    }
}
