package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.agreement.AgreementService;
import org.footbridge.referral.directory.DirectoryService;
import org.footbridge.referral.directory.OfferedService;
import org.footbridge.referral.directory.Provider;
import org.footbridge.referral.referral.ReferralProblem;

/** Finds who answers for a service: the nearest organization above it that takes part (decision 13). */
@ApplicationScoped
class Destinations {
    private final DirectoryService directory;
    private final AgreementService agreements;

    Destinations(DirectoryService directory, AgreementService agreements) {
        this.directory = directory;
        this.agreements = agreements;
    }

    /** A service and the agency that answers for it. */
    record Found(OfferedService service, Destination destination) {

        /** 409 where it has no room; a capacity that nobody knows stops nothing. */
        void requireRoom() {
            if (!service.hasRoom()) {
                throw ReferralProblem.NO_CAPACITY.because("The service has told that it takes nobody right now.");
            }
        }
    }

    /** Fails with 422 for a service that we do not know, 409 for one that is gone or that no agency answers for. */
    Uni<Found> find(UUID serviceId) {
        return directory.service(serviceId).chain(service -> {
            requireOffered(service);
            return directory.chain(service.organizationId()).chain(chain -> agreements
                    .accountsAmong(chain.stream().map(Provider::id).toList())
                    .map(accounts -> new Found(service, nearest(service, chain, accounts))));
        });
    }

    private static void requireOffered(OfferedService service) {
        if (service == null) {
            throw new Problem(
                    CommonProblem.INVALID,
                    "1 fault(s), each with its place.",
                    List.of(new Fault("/serviceId", "unknown", "must be a service of the directory")));
        }
        if (!service.active()) {
            throw ReferralProblem.SERVICE_INACTIVE.because("Choose another service of the directory.");
        }
    }

    private static Destination nearest(OfferedService service, List<Provider> chain, Set<UUID> accounts) {
        return chain.stream()
                .filter(provider -> accounts.contains(provider.id()))
                .findFirst()
                .map(agency -> Destination.agency(service.id(), service.name(), agency.id(), agency.name()))
                .or(() -> team(service, chain))
                .orElseThrow(() -> noAgreement());
    }

    /** A school's own team has no account: the counselors of the referral's school log in as such. */
    private static Optional<Destination> team(OfferedService service, List<Provider> chain) {
        return chain.stream()
                .findFirst()
                .filter(Provider::isSchool)
                .map(team -> new Destination(service.id(), service.name(), team.id(), team.name(), true));
    }

    static RuntimeException noAgreement() {
        return ReferralProblem.NO_AGREEMENT.because("Only an agency with a live agreement may be sent a referral.");
    }
}
