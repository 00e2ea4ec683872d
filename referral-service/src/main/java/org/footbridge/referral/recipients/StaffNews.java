package org.footbridge.referral.recipients;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;

/**
 * How a referral gets on, for the school's side: what an agency or a family did is told to the referral's coordinator, or to all of
 * the school while nobody has it, and to whoever stands in for them; what the referrer waits for is told to him or her.
 */
@ApplicationScoped
class StaffNews implements RecipientSource {
    private static final Set<EventType> FOR_COORDINATORS = Set.copyOf(EnumSet.of(
            EventType.REFERRAL_SUBMITTED,
            EventType.REFERRAL_ACCEPTED,
            EventType.REFERRAL_DECLINED,
            EventType.REFERRAL_INFO_REQUESTED,
            EventType.REFERRAL_MESSAGE_POSTED,
            EventType.REFERRAL_RECOMMENDATION_MADE,
            EventType.REFERRAL_APPOINTMENT_PROPOSED,
            EventType.REFERRAL_MISSED,
            EventType.REFERRAL_COMPLETED,
            EventType.REFERRAL_ENDED_NOT_SERVED,
            EventType.CONSENT_GRANTED,
            EventType.CONSENT_REFUSED,
            EventType.CONSENT_REVOKED));

    private static final Set<EventType> FOR_THE_REFERRER = Set.copyOf(
            EnumSet.of(EventType.REFERRAL_NEEDS_INFO, EventType.REFERRAL_CLOSED, EventType.REFERRAL_COMPLETED));

    private final RosterService roster;

    StaffNews(RosterService roster) {
        this.roster = roster;
    }

    @Override
    public Set<EventType> tellsOf() {
        Set<EventType> all = EnumSet.copyOf(FOR_COORDINATORS);
        all.addAll(FOR_THE_REFERRER);
        return all;
    }

    @Override
    public Uni<List<Recipient>> recipients(Question question) {
        Referral referral = question.file().referral();
        String language = question.district().languages().getFirst();
        return coordinators(question.type(), referral).chain(coordinators -> referrer(question.type(), referral)
                .map(referrers -> all(coordinators, referrers, language)));
    }

    /** Whoever coordinates and has referred is told once, as a coordinator. */
    private static List<Recipient> all(List<Person> coordinators, List<Person> referrers, String language) {
        List<Recipient> all = new ArrayList<>();
        coordinators.forEach(person -> all.add(recipient(person, Recipient.COORDINATOR, language)));
        referrers.stream()
                .filter(person ->
                        coordinators.stream().noneMatch(other -> other.id().equals(person.id())))
                .forEach(person -> all.add(recipient(person, Recipient.REFERRER, language)));
        return all;
    }

    private Uni<List<Person>> coordinators(EventType type, Referral referral) {
        if (!FOR_COORDINATORS.contains(type)) {
            return Uni.createFrom().item(List.of());
        }
        UUID coordinator = referral.coordinatorId();
        return roster.coordinators(referral.tenantId(), referral.schoolId())
                .map(all -> {
                    List<Person> own = all.stream()
                            .filter(person -> person.id().equals(coordinator))
                            .toList();
                    return own.isEmpty() ? all : own;
                })
                .chain(people -> roster.withStandIns(referral.tenantId(), referral.schoolId(), people));
    }

    /** A family that has asked for help itself hears in its own way, and a teacher who has left the school hears nothing. */
    private Uni<List<Person>> referrer(EventType type, Referral referral) {
        UUID person = referral.referrerId();
        return FOR_THE_REFERRER.contains(type) && person != null
                ? roster.staffStillAt(referral.tenantId(), referral.schoolId(), person)
                : Uni.createFrom().item(List.of());
    }

    private static Recipient recipient(Person person, String role, String language) {
        return person.email() == null || person.email().isBlank()
                ? Recipient.silent(person.id(), role, language, "no-address")
                : Recipient.told(person.id(), role, person.email(), language).withPhone(person.phone());
    }
}
