package org.footbridge.referral.recipients;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;
import org.footbridge.referral.recipients.ResolveResponse.SchoolContact;
import org.footbridge.referral.recipients.SchoolNewsSource.News;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;

/** The coordinators of a school hear that something waits there which is no referral, and nothing of it. */
@ApplicationScoped
class SchoolAnswers {
    private final List<SchoolNewsSource> sources;
    private final RosterService roster;
    private final DistrictService districts;
    private final AccessLog log;

    SchoolAnswers(@All List<SchoolNewsSource> sources, RosterService roster, DistrictService districts, AccessLog log) {
        this.sources = sources;
        this.roster = roster;
        this.districts = districts;
        this.log = log;
    }

    /** Empty where the question is about a referral; 404 where what it is about is not there. */
    Optional<Uni<ResolveResponse>> resolve(Caller caller, ResolveRequest request) {
        return sources.stream()
                .filter(source ->
                        request.eventType().filter(source.tellsOf()::equals).isPresent())
                .findFirst()
                .map(source -> source.news(request.referralId())
                        .call(news -> log.school(
                                new Actor(caller.subject(), null, news.tenantId(), "INTERNAL_SERVICE"),
                                "recipients",
                                List.of(request.referralId())))
                        .chain(news -> districts.settings(news.tenantId()).chain(district -> answer(news, district))));
    }

    private Uni<ResolveResponse> answer(News news, DistrictSettings district) {
        String language = district.languages().getFirst();
        return Multi.createFrom()
                .iterable(news.schoolIds())
                .onItem()
                .transformToUniAndConcatenate(school -> roster.coordinators(news.tenantId(), school))
                .collect()
                .asList()
                .map(schools -> recipients(schools, language, news.silence()))
                .chain(recipients -> contact(news, district)
                        .map(contact -> new ResolveResponse(
                                recipients, contact, district.zone().getId())));
    }

    /** Once each, also who coordinates two of the schools. */
    private static List<Recipient> recipients(List<List<Person>> schools, String language, String silence) {
        Map<UUID, Person> people = new LinkedHashMap<>();
        schools.forEach(school -> school.forEach(person -> people.putIfAbsent(person.id(), person)));
        return people.values().stream()
                .map(person -> recipient(person, language, silence))
                .toList();
    }

    private Uni<SchoolContact> contact(News news, DistrictSettings district) {
        UUID first = news.schoolIds().isEmpty() ? null : news.schoolIds().getFirst();
        return first == null
                ? Uni.createFrom().item(new SchoolContact(null, null, district.phone()))
                : roster.school(news.tenantId(), first)
                        .map(school ->
                                new SchoolContact(null, school == null ? null : school.name(), district.phone()));
    }

    private static Recipient recipient(Person person, String language, String silence) {
        boolean reachable = person.email() != null && !person.email().isBlank();
        if (silence == null && reachable) {
            return Recipient.told(person.id(), Recipient.COORDINATOR, person.email(), language)
                    .withPhone(person.phone());
        }
        return Recipient.silent(person.id(), Recipient.COORDINATOR, language, silence == null ? "no-address" : silence);
    }
}
