package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The service of the directory that a referral is sent to, and the agency that answers for it, by their names of that day. */
@Embeddable
public record Destination(
        @Column(name = "service_id") UUID serviceId,
        @Column(name = "service_name") String serviceName,
        @Column(name = "agency_id") UUID agencyId,
        @Column(name = "agency_name") String agencyName) {}
