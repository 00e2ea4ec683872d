package org.footbridge.common.events;

/**
 * The data of an event: ids, codes, times and public names. Never a person's name or contact, free text or a concern code
 * (decision 21).
 */
public sealed interface EventPayload
        permits ReferralSnapshot,
                ConcernLeft,
                RecordsRequested,
                DistrictChanged,
                SchoolChanged,
                StaffChanged,
                AccountLinked,
                OnCallChanged,
                OrganizationChanged,
                ServiceChanged,
                GapFound,
                ContactRequested,
                DeliveryFailed,
                EndpointFailing,
                EndpointDisabled {}
