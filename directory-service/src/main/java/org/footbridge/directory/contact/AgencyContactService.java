package org.footbridge.directory.contact;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.footbridge.common.web.problem.CommonProblem;

/** Where agencies read their mail, and whether there is anything to write about. */
@ApplicationScoped
public class AgencyContactService {
    private final ContactRepository requests;

    AgencyContactService(ContactRepository requests) {
        this.requests = requests;
    }

    /** 404 where there is no such service. */
    @WithTransaction
    Uni<AgencyContact> resolve(AgencyContactRequest about) {
        return requests.mailOf(about.serviceId())
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such service."))
                .chain(mail -> waits(about, mail).map(waits -> new AgencyContact(mail.address(), waits)));
    }

    private Uni<Boolean> waits(AgencyContactRequest about, ContactRepository.Mail mail) {
        return about.contactRequestId() == null
                ? Uni.createFrom().item(mail.waitsForVerification())
                : requests.enter(about.agencyId())
                        .chain(() -> requests.of(about.agencyId(), about.contactRequestId()))
                        .map(request -> request != null && request.isOpen());
    }
}
