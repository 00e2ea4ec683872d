package org.footbridge.notification.mail;

import static org.footbridge.notification.mail.Role.COORDINATOR;
import static org.footbridge.notification.mail.Role.GUARDIAN;
import static org.footbridge.notification.mail.Role.ON_CALL;
import static org.footbridge.notification.mail.Role.REFERRER;
import static org.footbridge.notification.mail.Role.STUDENT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.notification.mail.RecipientsClient.Recipient;
import org.footbridge.notification.preference.NoticeTopic;

/**
 * Each kind of notice: the events that it tells of, to whom, and what it is nothing without. Its words are in
 * {@code templates/title}, {@code templates/mail/NAME_LANGUAGE.txt} and the {@code .html} beside it. No letter names a
 * student, a concern or a provider: others may read over a shoulder or share the account.
 */
enum Letter {
    NEWS(NoticeTopic.NEWS, EnumSet.of(GUARDIAN), needs -> true, EventType.REFERRAL_SENT),
    CONSENT_REQUEST(
            NoticeTopic.CONSENT, EnumSet.of(GUARDIAN, STUDENT), to -> to.link() != null, EventType.CONSENT_REQUESTED),
    CONSENT_CODE(
            NoticeTopic.CONSENT,
            EnumSet.of(GUARDIAN, STUDENT),
            to -> to.code() != null,
            EventType.CONSENT_CODE_REQUESTED),
    ATTENTION(
            NoticeTopic.ATTENTION,
            EnumSet.of(COORDINATOR, ON_CALL),
            needs -> true,
            EventType.REFERRAL_BREAK_GLASS_OPENED,
            EventType.CONCERN_LEFT,
            EventType.REFERRAL_DUE_SOON,
            EventType.REFERRAL_OVERDUE),
    RECORDS(NoticeTopic.ATTENTION, EnumSet.of(COORDINATOR), needs -> true, EventType.RECORDS_REQUESTED),
    PROGRESS(
            NoticeTopic.PROGRESS,
            EnumSet.of(COORDINATOR, REFERRER),
            needs -> true,
            EventType.REFERRAL_SUBMITTED,
            EventType.REFERRAL_NEEDS_INFO,
            EventType.REFERRAL_ACCEPTED,
            EventType.REFERRAL_DECLINED,
            EventType.REFERRAL_INFO_REQUESTED,
            EventType.REFERRAL_MESSAGE_POSTED,
            EventType.REFERRAL_RECOMMENDATION_MADE,
            EventType.REFERRAL_APPOINTMENT_PROPOSED,
            EventType.REFERRAL_MISSED,
            EventType.REFERRAL_COMPLETED,
            EventType.REFERRAL_ENDED_NOT_SERVED,
            EventType.REFERRAL_CLOSED,
            EventType.CONSENT_GRANTED,
            EventType.CONSENT_REFUSED,
            EventType.CONSENT_REVOKED),
    /** Many of {@link #PROGRESS} in one. */
    DIGEST(NoticeTopic.PROGRESS, EnumSet.of(COORDINATOR, REFERRER), needs -> true),
    URGENT(
            NoticeTopic.SAFETY,
            EnumSet.of(COORDINATOR, ON_CALL),
            needs -> true,
            EventType.REFERRAL_CRISIS_RAISED,
            EventType.REFERRAL_CRISIS_ESCALATED);

    private static final String FROM_THE_AGENCY = "AGENCY";

    private final NoticeTopic topic;
    private final Set<Role> roles;
    private final Predicate<Recipient> complete;
    private final Set<EventType> events;

    Letter(NoticeTopic topic, Set<Role> roles, Predicate<Recipient> complete, EventType... events) {
        this.topic = topic;
        this.roles = roles;
        this.complete = complete;
        this.events = Set.of(events);
    }

    /** The letter that tells somebody in that role of that event; empty where nothing is to be told. */
    static Optional<Letter> of(EventType event, String role) {
        return Role.of(role).flatMap(known -> Arrays.stream(values())
                .filter(letter -> letter.events.contains(event) && letter.roles.contains(known))
                .findFirst());
    }

    /** Whether anybody at all is told of it. The school knows what it has written itself. */
    static boolean tellsOf(Event event) {
        if (event.type() == EventType.REFERRAL_MESSAGE_POSTED) {
            ReferralSnapshot.Message message =
                    event.data(ReferralSnapshot.class).message();
            return message != null && FROM_THE_AGENCY.equals(message.writtenBy());
        }
        return Arrays.stream(values()).anyMatch(letter -> letter.events.contains(event.type()));
    }

    boolean isCompleteFor(Recipient recipient) {
        return complete.test(recipient);
    }

    NoticeTopic topic() {
        return topic;
    }

    /** What somebody has asked for a moment ago comes now and by mail alone: it is worth nothing later, and proves the address. */
    boolean isAskedFor() {
        return this == CONSENT_CODE;
    }

    /** Whether the mail offers to end such mails. */
    boolean offersToUnsubscribe() {
        return topic.maySilence() && !isAskedFor();
    }

    /** Of its templates, such as {@code consent_request}. */
    String template() {
        return name().toLowerCase(Locale.ROOT);
    }
}
