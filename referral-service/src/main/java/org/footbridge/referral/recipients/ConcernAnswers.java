package org.footbridge.referral.recipients;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.concern.ConcernNewsService;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;
import org.footbridge.referral.recipients.ResolveResponse.SchoolContact;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;

/** The coordinators of a school hear that somebody has left a concern there: that it is there, and nothing of it. */
@ApplicationScoped
class ConcernAnswers {
    private final ConcernNewsService concerns;
    private final RosterService roster;
    private final DistrictService districts;
    private final AccessLog log;

    ConcernAnswers(ConcernNewsService concerns, RosterService roster, DistrictService districts, AccessLog log) {
        this.concerns = concerns;
        this.roster = roster;
        this.districts = districts;
        this.log = log;
    }

    /** 404 where there is no such concern. */
    Uni<ResolveResponse> resolve(Caller caller, ResolveRequest request) {
        return concerns.of(request.referralId())
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such concern."))
                .call(news -> log.school(
                        new Actor(caller.subject(), null, news.tenantId(), "INTERNAL_SERVICE"),
                        "recipients",
                        List.of(request.referralId())))
                .chain(news -> districts.settings(news.tenantId()).chain(district -> answer(news, district)));
    }

    private Uni<ResolveResponse> answer(ConcernNewsService.News news, DistrictSettings district) {
        String language = district.languages().getFirst();
        return roster.coordinators(news.tenantId(), news.schoolId())
                .map(people -> people.stream()
                        .map(person -> recipient(person, language, news.silence()))
                        .toList())
                .chain(recipients -> roster.school(news.tenantId(), news.schoolId())
                        .map(school -> new ResolveResponse(
                                recipients,
                                new SchoolContact(null, school == null ? null : school.name(), district.phone()),
                                district.zone().getId())));
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
