package org.footbridge.referral.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.alarm.AlarmTurns;
import org.footbridge.referral.recipients.RecipientSource;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;
import org.footbridge.referral.referral.Referral;

/** Tells those whose turn it was when the crisis was raised or passed on, as long as nobody has it in hand. */
@ApplicationScoped
class CrisisNews implements RecipientSource {
    private final CrisisRepository crises;
    private final CrisisTurns turns;
    private final AlarmTurns kept;

    CrisisNews(CrisisRepository crises, CrisisTurns turns, AlarmTurns kept) {
        this.crises = crises;
        this.turns = turns;
        this.kept = kept;
    }

    @Override
    public Set<EventType> tellsOf() {
        return Set.of(EventType.REFERRAL_CRISIS_RAISED, EventType.REFERRAL_CRISIS_ESCALATED);
    }

    @Override
    public Uni<List<Recipient>> recipients(Question question) {
        Referral referral = question.file().referral();
        String language = question.district().languages().getFirst();
        return crises.of(referral.tenantId(), referral.id())
                .chain(crisis -> crisis == null || !crisis.waits()
                        ? Uni.createFrom().item(List.of())
                        : kept.of(question.eventId(), referral.tenantId())
                                .chain(people -> people == null
                                        ? turns.at(referral, crisis.level())
                                        : turns.again(referral, people, crisis.level()))
                                .map(turn -> recipients(turn, language)));
    }

    private static List<Recipient> recipients(CrisisTurns.Turn turn, String language) {
        return turn.people().stream()
                .map(person -> Recipient.told(person.id(), turn.role(), person.email(), language)
                        .withPhone(person.phone()))
                .toList();
    }
}
