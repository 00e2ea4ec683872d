package org.footbridge.referral.servicelevel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.alarm.AlarmTurns;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.recipients.RecipientSource;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;

/**
 * The escalation chain of a late step: the referral's coordinator, then the school's other coordinators, then those of the whole
 * district, each with whoever stands in. A level with nobody in it is no dead end: everybody who coordinates there is told.
 */
@ApplicationScoped
class ClockNews implements RecipientSource {
    private final RosterService roster;
    private final ClockRepository clocks;
    private final AlarmTurns kept;

    ClockNews(RosterService roster, ClockRepository clocks, AlarmTurns kept) {
        this.roster = roster;
        this.clocks = clocks;
        this.kept = kept;
    }

    @Override
    public Set<EventType> tellsOf() {
        return Set.of(EventType.REFERRAL_DUE_SOON, EventType.REFERRAL_OVERDUE);
    }

    /** Those whose turn it was when the clock rang, or is now where none of them coordinates there any more. */
    @Override
    public Uni<List<Recipient>> recipients(Question question) {
        Referral referral = question.file().referral();
        if (!referral.state().isOpen()) {
            return Uni.createFrom().item(List.of());
        }
        return kept(question.eventId(), referral)
                .chain(people -> people.isEmpty()
                        ? level(referral, question.placementId()).chain(level -> turn(referral, level))
                        : Uni.createFrom().item(people))
                .map(people -> people.stream()
                        .map(person -> recipient(person, question.district()))
                        .toList());
    }

    private Uni<List<Person>> kept(UUID event, Referral referral) {
        return kept.of(event, referral.tenantId())
                .chain(people -> people == null
                        ? Uni.createFrom().item(List.of())
                        : roster.coordinators(referral.tenantId(), referral.schoolId())
                                .chain(now -> withStandIns(referral, now))
                                .map(now -> now.stream()
                                        .filter(person -> people.contains(person.id()))
                                        .toList()));
    }

    /** Keeps whose turn it is at this moment: the mail may leave later. */
    Uni<Void> keepTurn(UUID event, Referral referral, int level) {
        return turn(referral, level)
                .chain(people -> kept.keep(
                        event,
                        new AlarmTurns.About(referral.tenantId(), referral.id()),
                        people.stream().map(Person::id).toList()));
    }

    private Uni<List<Person>> turn(Referral referral, int level) {
        return roster.coordinators(referral.tenantId(), referral.schoolId())
                .chain(all -> roster.districtCoordinators(referral.tenantId())
                        .map(district -> chosen(level, referral.coordinatorId(), all, district)))
                .chain(turn -> withStandIns(referral, turn));
    }

    private Uni<List<Person>> withStandIns(Referral referral, List<Person> people) {
        return roster.withStandIns(referral.tenantId(), referral.schoolId(), people);
    }

    private Uni<Integer> level(Referral referral, UUID placement) {
        return clocks.of(referral.tenantId(), referral.id()).map(all -> all.stream()
                .filter(StoredClock::isRunning)
                .filter(clock -> Objects.equals(clock.placementId(), placement))
                .mapToInt(StoredClock::level)
                .max()
                .orElse(0));
    }

    /** Who is told at a level, out of all who coordinate at the school and those of them who do so in the whole district. */
    static List<Person> chosen(int level, UUID coordinator, List<Person> all, List<Person> district) {
        List<Person> turn;
        if (level <= 1) {
            turn = all.stream()
                    .filter(person -> person.id().equals(coordinator))
                    .toList();
        } else if (level == 2) {
            turn = all.stream()
                    .filter(person -> !person.id().equals(coordinator) && !district.contains(person))
                    .toList();
        } else {
            turn = district;
        }
        return turn.isEmpty() ? all : turn;
    }

    private static Recipient recipient(Person person, DistrictSettings district) {
        String language = district.languages().getFirst();
        return person.email() == null || person.email().isBlank()
                ? Recipient.silent(person.id(), Recipient.COORDINATOR, language, "no-address")
                : Recipient.told(person.id(), Recipient.COORDINATOR, person.email(), language)
                        .withPhone(person.phone());
    }
}
