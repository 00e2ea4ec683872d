package org.footbridge.notification.preference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.notification.person.PersonService;
import org.footbridge.notification.preference.UnsubscribeTokens.Subscription;

/** Keeps how people want to be told. */
@ApplicationScoped
public class PreferenceService {
    private static final TypeReference<Map<NoticeTopic, Set<NoticeChannel>>> CHANNELS = new TypeReference<>() {};

    private final PreferenceRepository preferences;
    private final PersonService persons;
    private final ObjectMapper json;
    private final Clock clock;

    public PreferenceService(PreferenceRepository preferences, PersonService persons, ObjectMapper json, Clock clock) {
        this.preferences = preferences;
        this.persons = persons;
        this.json = json;
        this.clock = clock;
    }

    /** What was chosen and its version: 0 while nothing was. */
    record Held(Preferences chosen, long version) {}

    @WithTransaction
    Uni<Held> read(Caller caller) {
        return persons.of(caller)
                .chain(person -> person == null ? Uni.createFrom().nullItem() : preferences.of(caller.tenant(), person))
                .map(this::held);
    }

    @WithTransaction
    Uni<Held> replace(Caller caller, long expected, Preferences chosen) {
        return persons.require(caller).chain(person -> preferences
                .of(caller.tenant(), person)
                .invoke(known -> Version.require(expected, version(known)))
                .chain(known -> keep(known == null ? new NoticePreference(caller.tenant(), person) : known, chosen))
                .map(this::held));
    }

    /** How somebody is to be told, in a transaction of the district. */
    @WithTransaction
    public Uni<Preferences> of(UUID tenant, UUID person) {
        return preferences.of(tenant, person).map(this::chosen);
    }

    /** No more mail of the topic. The signed link of the mail stands for the person, so the district is entered for it alone. */
    @WithTransaction
    Uni<Void> unsubscribe(Subscription from) {
        return Tenancy.enter(from.tenant())
                .chain(() -> preferences.of(from.tenant(), from.person()))
                .chain(known -> keep(
                        known == null ? new NoticePreference(from.tenant(), from.person()) : known,
                        chosen(known).without(from.topic(), NoticeChannel.EMAIL)))
                .replaceWithVoid();
    }

    private Uni<NoticePreference> keep(NoticePreference preference, Preferences chosen) {
        preference.take(chosen, write(chosen.channels()), clock.instant());
        return preferences.persistAndFlush(preference);
    }

    private Held held(NoticePreference known) {
        return new Held(chosen(known), version(known));
    }

    private Preferences chosen(NoticePreference known) {
        return known == null
                ? Preferences.USUAL
                : new Preferences(
                        known.language(), known.zone(), known.quiet(), known.digest(), readChannels(known.channels()));
    }

    private static long version(NoticePreference known) {
        return known == null ? 0 : known.version() + 1;
    }

    private Map<NoticeTopic, Set<NoticeChannel>> readChannels(String channels) {
        try {
            return json.readValue(channels, CHANNELS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the channels of somebody's preferences cannot be read", e);
        }
    }

    private String write(Map<NoticeTopic, Set<NoticeChannel>> channels) {
        try {
            return json.writeValueAsString(channels);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the channels of somebody's preferences cannot be written", e);
        }
    }
}
