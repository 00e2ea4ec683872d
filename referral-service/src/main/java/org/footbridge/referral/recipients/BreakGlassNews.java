package org.footbridge.referral.recipients;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;

/** The coordinators of the school hear that somebody reads without a relation (decision 11). */
@ApplicationScoped
class BreakGlassNews implements RecipientSource {
    private final RosterService roster;

    BreakGlassNews(RosterService roster) {
        this.roster = roster;
    }

    @Override
    public Set<EventType> tellsOf() {
        return Set.of(EventType.REFERRAL_BREAK_GLASS_OPENED);
    }

    @Override
    public Uni<List<Recipient>> recipients(Question question) {
        Referral referral = question.file().referral();
        String language = question.district().languages().getFirst();
        return roster.coordinators(referral.tenantId(), referral.schoolId()).map(people -> people.stream()
                .map(person -> recipient(person, language))
                .toList());
    }

    private static Recipient recipient(Person person, String language) {
        return person.email() == null || person.email().isBlank()
                ? Recipient.silent(person.id(), Recipient.COORDINATOR, language, "no-address")
                : Recipient.told(person.id(), Recipient.COORDINATOR, person.email(), language)
                        .withPhone(person.phone());
    }
}
