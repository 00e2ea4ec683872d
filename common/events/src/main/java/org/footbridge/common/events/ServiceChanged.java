package org.footbridge.common.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A service of the directory appeared or changed, capacity included. Ages are years, {@code null} where unknown. */
public record ServiceChanged(
        UUID serviceId,
        UUID organizationId,
        String name,
        boolean active,
        BigDecimal minimumAge,
        BigDecimal maximumAge,
        List<String> languages,
        List<String> insurance,
        Capacity capacity)
        implements EventPayload {

    /** {@code status} is HAS_CAPACITY, NO_CAPACITY, WAITLIST or ASSESSMENT_REQUIRED (decision 31); {@code null} capacity means unknown. */
    public record Capacity(String status, Integer available, Integer waitDays, Instant confirmedAt) {}
}
