package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class InquiryRepository implements PanacheRepositoryBase<Inquiry, UUID> {

    /** Oldest first. Asks nothing where the referral knows that there is none. */
    Uni<List<Inquiry>> of(Referral referral) {
        return referral.hasInquiries()
                ? list("tenantId = ?1 and referralId = ?2 order by id", referral.tenantId(), referral.id())
                : Uni.createFrom().item(List.of());
    }
}
