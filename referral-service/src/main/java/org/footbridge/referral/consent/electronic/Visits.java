package org.footbridge.referral.consent.electronic;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.consent.ConsentService;

/** Finds what a link is about. Whoever holds one has no district: the link's hash says which one to enter. */
@ApplicationScoped
class Visits {
    private final ConsentRequestRepository requests;
    private final Addressees addressees;
    private final ConsentService consents;
    private final CaseFiles files;
    private final Clock clock;

    Visits(
            ConsentRequestRepository requests,
            Addressees addressees,
            ConsentService consents,
            CaseFiles files,
            Clock clock) {
        this.requests = requests;
        this.addressees = addressees;
        this.consents = consents;
        this.files = files;
        this.clock = clock;
    }

    /** {@code null} for a link that is none of ours or good for nothing any more. */
    Uni<Visit> find(String token) {
        Instant now = clock.instant();
        return requests.link(LinkSecrets.hash(token))
                .chain(link -> link == null
                        ? Uni.createFrom().<Visit>nullItem()
                        : Tenancy.enter(link.tenantId())
                                .chain(() -> requests.lockSigner(link.signerId()))
                                .chain(signer -> requests.lock(signer.requestId())
                                        .chain(request -> files.find(link.tenantId(), request.referralId())
                                                .chain(file -> visit(signer, request, file)))))
                .map(visit -> visit == null || !visit.isOfUse(now) ? null : visit);
    }

    private Uni<Visit> visit(ConsentSigner signer, ConsentRequest request, CaseFile file) {
        return addressees.of(file.referral(), request.scope()).chain(known -> consents.all(file.referral())
                .map(all -> {
                    Addressee who = known.all().stream()
                            .filter(one -> one.is(signer.personId(), signer.role()))
                            .findFirst()
                            .orElseGet(() ->
                                    new Addressee(signer.personId(), signer.role(), "", null, null, "not-entitled"));
                    return new Visit(
                            signer,
                            request,
                            file,
                            who,
                            known,
                            all.stream()
                                    .filter(consent -> consent.id().equals(signer.consentId()))
                                    .findFirst()
                                    .orElse(null));
                }));
    }
}
