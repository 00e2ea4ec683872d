package org.footbridge.referral.consent.electronic;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.consent.SignerRole;

/** Gives signers their links; the database gets to know the hashes. */
@ApplicationScoped
class Links {
    private final ConsentRequestRepository requests;
    private final LinkSecrets secrets;

    Links(ConsentRequestRepository requests, LinkSecrets secrets) {
        this.requests = requests;
        this.secrets = secrets;
    }

    ConsentSigner signer(ConsentRequest request, UUID person, SignerRole role) {
        return ConsentSigner.ask(request, person, role, secrets.currentKeyId());
    }

    /** From now on only the next link works. */
    void renew(ConsentSigner signer) {
        signer.renewLink(secrets.currentKeyId());
    }

    Uni<Void> keep(List<ConsentSigner> signers) {
        return Multi.createFrom()
                .iterable(signers)
                .onItem()
                .transformToUniAndConcatenate(
                        signer -> requests.keepLink(signer, LinkSecrets.hash(secrets.token(signer))))
                .collect()
                .last();
    }
}
