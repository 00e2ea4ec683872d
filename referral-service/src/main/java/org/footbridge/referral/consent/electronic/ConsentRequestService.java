package org.footbridge.referral.consent.electronic;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.footbridge.common.events.EventType;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.ReferralCommand;

/** What the coordinator does: asks, looks, asks again, calls off. */
@ApplicationScoped
public class ConsentRequestService {
    private final SchoolAccess access;
    private final CaseFiles files;
    private final ConsentRequestRepository requests;
    private final Addressees addressees;
    private final Links links;
    private final AccessLog log;
    private final Clock clock;

    ConsentRequestService(
            SchoolAccess access,
            CaseFiles files,
            ConsentRequestRepository requests,
            Addressees addressees,
            Links links,
            AccessLog log,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.requests = requests;
        this.addressees = addressees;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    /** A request and those who are asked. */
    record Asked(ConsentRequest request, List<ConsentSigner> signers) {}

    @WithTransaction
    Uni<Asked> ask(Caller caller, UUID referralId, AskForConsent form) {
        return access.open(caller, referralId).chain(opened -> {
            Actor coordinator = opened.coordinator();
            opened.referral().require(ReferralCommand.CONSENT);
            return addressees
                    .of(opened.referral(), form.parts())
                    .chain(known -> addressees.agency(form.recipientAgencyId()).chain(agency -> {
                        List<Addressee> asked = AskingRules.addressees(
                                form, known, agency != null, known.district().dateAt(clock.instant()));
                        return open(opened, form.terms(agency), asked, coordinator);
                    }));
        });
    }

    private Uni<Asked> open(Opened opened, ConsentRequest.Terms terms, List<Addressee> asked, Actor coordinator) {
        ConsentRequest request = ConsentRequest.open(opened.referral(), terms, coordinator, clock.instant());
        List<ConsentSigner> signers = asked.stream()
                .map(one -> links.signer(request, one.personId(), one.role()))
                .toList();
        opened.referral().milestones().consentRequested(clock.instant());
        return requests.persistAndFlush(request)
                .chain(() -> Panache.getSession()
                        .chain(session -> session.persistAll(signers.toArray()).chain(session::flush)))
                .chain(() -> mail(opened, signers, coordinator))
                .replaceWith(new Asked(request, signers));
    }

    /** One event for all of them: whose link it is the mail's recipient learns, and nobody else. */
    private Uni<Void> mail(Opened opened, List<ConsentSigner> signers, Actor coordinator) {
        return links.keep(signers)
                .chain(() -> files.announce(opened.file(), EventType.CONSENT_REQUESTED, coordinator, null))
                .invoke(event -> signers.forEach(signer -> signer.linkTold(event)))
                .chain(requests::flush);
    }

    @WithTransaction
    Uni<List<Asked>> list(Caller caller, UUID referralId) {
        return access.open(caller, referralId)
                .call(opened -> log.school(opened.coordinator(), "consent-request-list", Set.of(referralId)))
                .chain(opened -> requests.ofReferral(caller.tenant(), referralId))
                .chain(found -> withSigners(caller.tenant(), found));
    }

    @WithTransaction
    Uni<Asked> read(Caller caller, UUID referralId, UUID id) {
        return access.open(caller, referralId)
                .call(opened -> log.school(opened.coordinator(), "consent-request", Set.of(id)))
                .chain(opened -> find(caller.tenant(), referralId, id));
    }

    /** The paper of a consent of this referral that was signed on our page. */
    @WithTransaction
    Uni<byte[]> document(Caller caller, UUID referralId, UUID consentId) {
        return access.open(caller, referralId)
                .call(opened -> log.school(opened.coordinator(), "consent-document", Set.of(consentId)))
                .chain(() -> requests.document(caller.tenant(), referralId, consentId))
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such document of this referral."))
                .map(ConsentDocument::content);
    }

    @WithTransaction
    Uni<Asked> cancel(Caller caller, UUID referralId, UUID id, long expected) {
        return change(caller, referralId, id, expected, request -> request.cancel(clock.instant()))
                .map(Changed::asked);
    }

    /** New links to those who have not answered; the old ones are dead. */
    @WithTransaction
    Uni<Asked> resend(Caller caller, UUID referralId, UUID id, long expected) {
        return change(caller, referralId, id, expected, request -> request.resend(clock.instant()))
                .call(changed -> {
                    List<ConsentSigner> pending = changed.asked().signers().stream()
                            .filter(signer -> signer.state() == SignerState.PENDING)
                            .toList();
                    pending.forEach(links::renew);
                    return mail(changed.opened(), pending, changed.opened().coordinator());
                })
                .map(Changed::asked);
    }

    private record Changed(Opened opened, Asked asked) {}

    private Uni<Changed> change(
            Caller caller, UUID referralId, UUID id, long expected, Consumer<ConsentRequest> command) {
        return access.open(caller, referralId).chain(opened -> {
            opened.coordinator();
            return find(caller.tenant(), referralId, id)
                    .invoke(asked -> {
                        Version.require(expected, asked.request().version());
                        command.accept(asked.request());
                    })
                    .call(requests::flush)
                    .map(asked -> new Changed(opened, asked));
        });
    }

    private Uni<Asked> find(UUID tenant, UUID referralId, UUID id) {
        return requests.ofReferral(tenant, referralId)
                .chain(all -> withSigners(
                        tenant, all.stream().filter(one -> one.id().equals(id)).toList()))
                .map(found -> {
                    if (found.isEmpty()) {
                        throw CommonProblem.NOT_FOUND.because("There is no such request for consent of this referral.");
                    }
                    return found.getFirst();
                });
    }

    private Uni<List<Asked>> withSigners(UUID tenant, List<ConsentRequest> found) {
        return found.isEmpty()
                ? Uni.createFrom().item(List.of())
                : requests.signers(
                                tenant, found.stream().map(ConsentRequest::id).toList())
                        .map(signers -> found.stream()
                                .map(request -> new Asked(request, of(request, signers)))
                                .toList());
    }

    private static List<ConsentSigner> of(ConsentRequest request, List<ConsentSigner> signers) {
        return signers.stream()
                .filter(signer -> signer.requestId().equals(request.id()))
                .toList();
    }
}
