package org.footbridge.referral.consent.electronic;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.consent.SignerRole;
import org.footbridge.referral.recipients.RecipientSource;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;

/** Gives the link or the code to the person for whom the event is, as long as it would still be of use. */
@ApplicationScoped
class ConsentLetters implements RecipientSource {
    private final ConsentRequestRepository requests;
    private final Addressees addressees;
    private final LinkSecrets secrets;
    private final String door;
    private final Clock clock;

    ConsentLetters(
            ConsentRequestRepository requests,
            Addressees addressees,
            LinkSecrets secrets,
            @ConfigProperty(name = "footbridge.url.public") String door,
            Clock clock) {
        this.requests = requests;
        this.addressees = addressees;
        this.secrets = secrets;
        this.door = door;
        this.clock = clock;
    }

    @Override
    public Set<EventType> tellsOf() {
        return Set.of(EventType.CONSENT_REQUESTED, EventType.CONSENT_CODE_REQUESTED);
    }

    @Override
    public Uni<List<Recipient>> recipients(Question question) {
        var referral = question.file().referral();
        return requests.ofEvent(referral.tenantId(), question.eventId())
                .chain(signers -> requests.ofReferral(referral.tenantId(), referral.id())
                        .map(asked -> asked.stream()
                                .filter(request -> signers.stream()
                                        .anyMatch(signer -> signer.requestId().equals(request.id())))
                                .findFirst())
                        .chain(asked -> asked.isEmpty()
                                ? Uni.createFrom().item(List.of())
                                : addressees.of(referral, asked.get().scope()).map(known -> signers.stream()
                                        .map(signer -> recipient(question, signer, asked.get(), known))
                                        .toList())));
    }

    private Recipient recipient(Question question, ConsentSigner signer, ConsentRequest asked, Addressees.Known known) {
        String role = signer.role() == SignerRole.GUARDIAN ? Recipient.GUARDIAN : Recipient.STUDENT;
        Addressee addressee = known.find(signer.personId(), signer.role());
        String silence = addressee == null ? "not-entitled" : addressee.silence();
        boolean forCode = question.type() == EventType.CONSENT_CODE_REQUESTED;
        if (silence == null && !(forCode ? signer.hasLiveCode(clock.instant()) : isAsked(signer, asked))) {
            silence = "out-of-date";
        }
        if (silence != null) {
            return Recipient.silent(signer.personId(), role, addressee == null ? null : addressee.language(), silence);
        }
        Recipient told = Recipient.told(signer.personId(), role, addressee.address(), addressee.language());
        return forCode
                ? told.withCode(secrets.code(signer))
                : told.withLink(door + "/consent/" + secrets.token(signer));
    }

    private boolean isAsked(ConsentSigner signer, ConsentRequest asked) {
        return signer.state() == SignerState.PENDING && asked.isOpen(clock.instant());
    }
}
