package org.footbridge.common.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every event type that the suite publishes, with its topic and the record that is its payload.
 *
 * <p>The wire names stand here as text on purpose: a renamed Java class must never rename an event.
 */
public enum EventType {
    REFERRAL_SUBMITTED("org.footbridge.referral.submitted.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_TRIAGED("org.footbridge.referral.triaged.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_NEEDS_INFO("org.footbridge.referral.needs_info.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_INFO_RECEIVED("org.footbridge.referral.info_received.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_ASSIGNED("org.footbridge.referral.assigned.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_CLOSED("org.footbridge.referral.closed.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_DUPLICATE("org.footbridge.referral.duplicate.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_TRANSFERRED_OUT("org.footbridge.referral.transferred_out.v1", Topic.REFERRAL, ReferralSnapshot.class),
    CONSENT_REQUESTED("org.footbridge.consent.requested.v1", Topic.REFERRAL, ReferralSnapshot.class),
    CONSENT_CODE_REQUESTED("org.footbridge.consent.code_requested.v1", Topic.REFERRAL, ReferralSnapshot.class),
    CONSENT_GRANTED("org.footbridge.consent.granted.v1", Topic.REFERRAL, ReferralSnapshot.class),
    CONSENT_REFUSED("org.footbridge.consent.refused.v1", Topic.REFERRAL, ReferralSnapshot.class),
    CONSENT_REVOKED("org.footbridge.consent.revoked.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_SENT("org.footbridge.referral.sent.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_ACKNOWLEDGED("org.footbridge.referral.acknowledged.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_ACCEPTED("org.footbridge.referral.accepted.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_UNACCEPTED("org.footbridge.referral.unaccepted.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_DECLINED("org.footbridge.referral.declined.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_SCHEDULED("org.footbridge.referral.scheduled.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_ATTENDED("org.footbridge.referral.attended.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_MISSED("org.footbridge.referral.missed.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_INFO_REQUESTED("org.footbridge.referral.info_requested.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_INFO_SUPPLIED("org.footbridge.referral.info_supplied.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_MESSAGE_POSTED("org.footbridge.referral.message_posted.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_RECOMMENDATION_MADE(
            "org.footbridge.referral.recommendation_made.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_WAITLISTED("org.footbridge.referral.waitlisted.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_ON_HOLD("org.footbridge.referral.on_hold.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_RESUMED("org.footbridge.referral.resumed.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_CONTACT_ATTEMPTED("org.footbridge.referral.contact_attempted.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_APPOINTMENT_PROPOSED(
            "org.footbridge.referral.appointment_proposed.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_APPOINTMENT_CANCELLED(
            "org.footbridge.referral.appointment_cancelled.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_CANCELLATION_REQUESTED(
            "org.footbridge.referral.cancellation_requested.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_CANCELLED("org.footbridge.referral.cancelled.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_COMPLETED("org.footbridge.referral.completed.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_ENDED_NOT_SERVED("org.footbridge.referral.ended_not_served.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_WITHDRAWN("org.footbridge.referral.withdrawn.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_ENTERED_IN_ERROR("org.footbridge.referral.entered_in_error.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_PURGED("org.footbridge.referral.purged.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_ACCESS_GRANTED("org.footbridge.referral.access_granted.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_ACCESS_REVOKED("org.footbridge.referral.access_revoked.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_BREAK_GLASS_OPENED(
            "org.footbridge.referral.break_glass_opened.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_DUE_SOON("org.footbridge.referral.due_soon.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_OVERDUE("org.footbridge.referral.overdue.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_CRISIS_RAISED("org.footbridge.referral.crisis_raised.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_CRISIS_ESCALATED("org.footbridge.referral.crisis_escalated.v1", Topic.REFERRAL, ReferralSnapshot.class),
    REFERRAL_CRISIS_ACKNOWLEDGED(
            "org.footbridge.referral.crisis_acknowledged.v1", Topic.REFERRAL, ReferralSnapshot.class),
    CONCERN_LEFT("org.footbridge.concern.left.v1", Topic.REFERRAL, ConcernLeft.class),
    RECORDS_REQUESTED("org.footbridge.records.requested.v1", Topic.REFERRAL, RecordsRequested.class),
    DISTRICT_CHANGED("org.footbridge.roster.district_changed.v1", Topic.ROSTER, DistrictChanged.class),
    SCHOOL_CHANGED("org.footbridge.roster.school_changed.v1", Topic.ROSTER, SchoolChanged.class),
    STAFF_CHANGED("org.footbridge.roster.staff_changed.v1", Topic.ROSTER, StaffChanged.class),
    ACCOUNT_LINKED("org.footbridge.roster.account_linked.v1", Topic.ROSTER, AccountLinked.class),
    ON_CALL_CHANGED("org.footbridge.roster.on_call_changed.v1", Topic.ROSTER, OnCallChanged.class),
    ORGANIZATION_CHANGED(
            "org.footbridge.directory.organization_changed.v1", Topic.DIRECTORY, OrganizationChanged.class),
    SERVICE_CHANGED("org.footbridge.directory.service_changed.v1", Topic.DIRECTORY, ServiceChanged.class),
    GAP_FOUND("org.footbridge.directory.gap_found.v1", Topic.DIRECTORY, GapFound.class),
    CONTACT_REQUESTED("org.footbridge.directory.contact_requested.v1", Topic.DIRECTORY, ContactRequested.class),
    VERIFICATION_DUE("org.footbridge.directory.verification_due.v1", Topic.DIRECTORY, ServiceChanged.class),
    DELIVERY_FAILED("org.footbridge.notification.delivery_failed.v1", Topic.NOTIFICATION, DeliveryFailed.class),
    ENDPOINT_FAILING("org.footbridge.notification.endpoint_failing.v1", Topic.NOTIFICATION, EndpointFailing.class),
    ENDPOINT_DISABLED("org.footbridge.notification.endpoint_disabled.v1", Topic.NOTIFICATION, EndpointDisabled.class);

    private static final String PREFIX = "org.footbridge.";
    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));

    private final String type;
    private final Topic topic;
    private final Class<? extends EventPayload> payload;

    EventType(String type, Topic topic, Class<? extends EventPayload> payload) {
        this.type = type;
        this.topic = topic;
        this.payload = payload;
    }

    /** The CloudEvents {@code type}, for example {@code org.footbridge.referral.accepted.v1}. */
    public String type() {
        return type;
    }

    /** The name that the outside sees (decision 23), for example {@code referral.accepted.v1}. */
    public String publicName() {
        return type.substring(PREFIX.length());
    }

    public Topic topic() {
        return topic;
    }

    public Class<? extends EventPayload> payload() {
        return payload;
    }

    /** Empty for a type that this version does not know: a consumer counts it, warns and skips. */
    public static Optional<EventType> of(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }
}
