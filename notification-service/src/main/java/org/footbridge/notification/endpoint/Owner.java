package org.footbridge.notification.endpoint;

import java.util.UUID;

/** Whose endpoints they are: an agency's, or those of a district's own app. Exactly one of the two is there. */
public record Owner(UUID tenant, UUID agency) {

    static Owner agency(UUID agency) {
        return new Owner(null, agency);
    }

    static Owner tenant(UUID tenant) {
        return new Owner(tenant, null);
    }

    /** The id that rows carry. */
    public UUID id() {
        return agency == null ? tenant : agency;
    }

    public boolean isAgency() {
        return agency != null;
    }
}
