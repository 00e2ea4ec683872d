package org.footbridge.referral.crisis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.OnCallChanged;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;

/** Keeps whom each school calls in a crisis. */
@ApplicationScoped
public class OnCallService {
    private static final OnCallDocument NONE = new OnCallDocument(List.of(), null, null, null);

    private final OnCallRepository chains;
    private final RosterService roster;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    OnCallService(OnCallRepository chains, RosterService roster, Outbox outbox, ObjectMapper json, Clock clock) {
        this.chains = chains;
        this.roster = roster;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** The chain and its version: 0 while a school has set none. */
    record Held(OnCallDocument chain, long version) {}

    @WithTransaction
    Uni<Held> read(Caller caller, UUID school) {
        return requireSchool(caller, school)
                .chain(() -> chains.of(caller.tenant(), school))
                .chain(chain -> held(caller.tenant(), chain));
    }

    /** By the district's administrator, or by a coordinator of the school. */
    @WithTransaction
    Uni<Held> replace(Caller caller, UUID school, long expected, OnCallDocument document) {
        return requireSchool(caller, school)
                .chain(() -> requireMayWrite(caller, school))
                .chain(() -> chains.of(caller.tenant(), school))
                .invoke(known -> Version.require(expected, version(known)))
                .chain(known -> roster.staffAmong(caller.tenant(), document.people())
                        .invoke(document::check)
                        .chain(() -> keep(known == null ? new OnCallChain(caller.tenant(), school) : known, document)))
                .chain(kept -> held(caller.tenant(), kept));
    }

    private Uni<OnCallChain> keep(OnCallChain chain, OnCallDocument document) {
        chain.take(write(document.kept()), clock.instant());
        return chains.persistAndFlush(chain).call(() -> outbox.publish(changed(chain, document)));
    }

    private Event changed(OnCallChain chain, OnCallDocument document) {
        return Event.of(
                EventType.ON_CALL_CHANGED,
                chain.schoolId(),
                clock.instant(),
                chain.tenantId(),
                null,
                new OnCallChanged(chain.schoolId(), document.inOrder()));
    }

    /** The levels of a school's chain, in a transaction of its district; empty where it has set none. */
    Uni<List<OnCallContact>> levels(UUID tenant, UUID school) {
        return chains.of(tenant, school)
                .map(chain -> chain == null ? NONE.levels() : read(chain).levels());
    }

    /** Whether the person stands in the school's chain, at whatever level. */
    @WithTransaction
    public Uni<Boolean> isOnCall(UUID tenant, UUID school, UUID person) {
        return levels(tenant, school)
                .map(levels -> levels.stream().anyMatch(contact -> person.equals(contact.personId())));
    }

    private Uni<Void> requireSchool(Caller caller, UUID school) {
        return roster.school(caller.tenant(), school)
                .invoke(found -> {
                    if (found == null) {
                        throw CommonProblem.NOT_FOUND.because("There is no such school for this caller.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireMayWrite(Caller caller, UUID school) {
        if (caller.has(Roles.DISTRICT_ADMIN)) {
            return Uni.createFrom().voidItem();
        }
        return roster.staff(caller)
                .invoke(staff -> {
                    if (!staff.coordinates(school)) {
                        throw CommonProblem.FORBIDDEN.because("This is for a coordinator of the school.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Held> held(UUID tenant, OnCallChain chain) {
        OnCallDocument document = chain == null ? NONE : read(chain);
        return roster.people(tenant, document.people())
                .map(people -> new Held(named(document, people), version(chain)));
    }

    private static OnCallDocument named(OnCallDocument document, Map<UUID, Person> people) {
        return new OnCallDocument(
                document.contacts().stream()
                        .map(contact -> named(contact, people))
                        .toList(),
                document.lastResponder() == null ? null : named(document.lastResponder(), people),
                document.hours(),
                document.notes());
    }

    private static OnCallContact named(OnCallContact contact, Map<UUID, Person> people) {
        Person person = contact.isPerson() ? people.get(contact.personId()) : null;
        return person == null ? contact : contact.named(person.name());
    }

    private static long version(OnCallChain chain) {
        return chain == null ? 0 : chain.version() + 1;
    }

    private OnCallDocument read(OnCallChain chain) {
        try {
            return json.readValue(chain.chain(), OnCallDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the on-call chain of a school cannot be read", e);
        }
    }

    private String write(OnCallDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an on-call chain cannot be written", e);
        }
    }
}
