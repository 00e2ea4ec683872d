package org.footbridge.referral.agreement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** Concludes and ends agreements, and tells the other features whether one is live. */
@ApplicationScoped
public class AgreementService {
    private final AgreementRepository agreements;
    private final Clock clock;

    AgreementService(AgreementRepository agreements, Clock clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    /** Fails with 422 for an unknown district or days in the wrong order, 409 where one of the two is live on these days. */
    @WithTransaction
    Uni<AgreementResponse> conclude(NewAgreement terms) {
        if (terms.validUntil() != null && terms.validUntil().isBefore(terms.validFrom())) {
            throw invalid("/validUntil", "before-start", "must not be before validFrom");
        }
        return agreements
                .lockDistrict(terms.districtId())
                .invoke(AgreementService::requireDistrict)
                .chain(() -> agreements.countLive(
                        terms.districtId(), terms.agencyId(), terms.validFrom(), terms.validUntil()))
                .invoke(AgreementService::requireNone)
                .chain(() -> agreements.openAccount(terms.agencyId(), clock.instant()))
                .chain(() -> agreements.persistAndFlush(Agreement.conclude(terms, clock.instant())))
                .map(Agreement::toResponse);
    }

    @WithTransaction
    Uni<List<AgreementResponse>> page(UUID tenant, UUID after, int size) {
        return agreements
                .page(tenant, after, size)
                .map(found -> found.stream().map(Agreement::toResponse).toList());
    }

    @WithTransaction
    Uni<AgreementResponse> get(UUID id) {
        return agreements
                .findById(id)
                .onItem()
                .ifNull()
                .failWith(AgreementService::unknown)
                .map(Agreement::toResponse);
    }

    /** Ends it at once: nothing more is sent, and access to what was sent is closed. */
    @WithTransaction
    Uni<AgreementResponse> end(UUID id, long expected, String reason) {
        return agreements
                .findForChange(id)
                .onItem()
                .ifNull()
                .failWith(AgreementService::unknown)
                .invoke(agreement -> {
                    Version.require(expected, agreement.toResponse().version());
                    agreement.end(reason, clock.instant());
                })
                .call(agreements::flush)
                .map(Agreement::toResponse);
    }

    /**
     * Whether the agency may be sent referrals of the district, and read what it was sent.
     *
     * @param tenant must be the tenant of the running transaction
     * @param on the district's date
     */
    @WithTransaction
    public Uni<Boolean> isLive(UUID tenant, UUID agency, LocalDate on) {
        return agreements.countLive(tenant, agency, on, on).map(live -> live > 0);
    }

    /** Which of these organizations of the directory take part as agencies, whatever district they agreed with. */
    @WithTransaction
    public Uni<Set<UUID>> accountsAmong(List<UUID> organizations) {
        return agreements.accountsAmong(organizations).map(Set::copyOf);
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such agreement for this caller.");
    }

    private static void requireDistrict(boolean found) {
        if (!found) {
            throw invalid("/districtId", "unknown", "must be a district");
        }
    }

    private static void requireNone(long live) {
        if (live > 0) {
            throw CommonProblem.ALREADY_EXISTS.because("The two have an agreement that is live on some of these days.");
        }
    }

    private static Problem invalid(String pointer, String code, String message) {
        return new Problem(
                CommonProblem.INVALID, "The agreement cannot be made.", List.of(new Fault(pointer, code, message)));
    }
}
