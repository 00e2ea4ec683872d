package org.footbridge.directory.contact;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.ContactRequested;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.directory.crisis.CrisisLineService;
import org.jboss.logging.Logger;

/** Takes requests for contact and lets their agency answer them. */
@ApplicationScoped
public class ContactService {
    private static final Logger LOG = Logger.getLogger(ContactService.class);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_IN_WINDOW = 20;

    private final ContactRepository requests;
    private final CrisisLineService crisis;
    private final Outbox outbox;
    private final WorkQueueService queue;
    private final Clock clock;

    ContactService(
            ContactRepository requests, CrisisLineService crisis, Outbox outbox, WorkQueueService queue, Clock clock) {
        this.requests = requests;
        this.crisis = crisis;
        this.outbox = outbox;
        this.queue = queue;
        this.clock = clock;
    }

    /** Leaves the wish with the agency that answers for the service: 409 where none does, 429 where it has too many. */
    @WithTransaction
    Uni<ContactReceipt> leave(UUID service, ContactWish wish) {
        refuse(wish.faults());
        return requests.addressee(service)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such service."))
                .invoke(ContactService::requireAgency)
                .call(to -> requests.enter(to.agency()))
                .call(() -> requireCalm(service))
                .chain(to -> keep(to, service, wish));
    }

    @WithTransaction
    Uni<List<ContactRequest>> list(UUID agency, ContactRepository.Position after, int limit) {
        return requests.list(agency, after, limit);
    }

    @WithTransaction
    Uni<ContactRequest> read(UUID agency, UUID id) {
        return requests.of(agency, id)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such request of this caller."));
    }

    /** Ends the request and deletes the family's words; 409 where it has ended. */
    @WithTransaction
    Uni<ContactRequest> close(UUID agency, UUID id, long expected, CloseContact.Outcome outcome) {
        return read(agency, id)
                .invoke(request -> Version.require(expected, request.version()))
                .invoke(request -> {
                    if (!request.isOpen()) {
                        throw CommonProblem.CONFLICT.because("The request is closed already.");
                    }
                    request.close(outcome, clock.instant());
                })
                .call(requests::flush);
    }

    private Uni<ContactReceipt> keep(ContactRepository.Addressee to, UUID service, ContactWish wish) {
        Instant now = clock.instant();
        ContactRequest request = ContactRequest.left(to.agency(), service, wish, now);
        ContactRequested told = new ContactRequested(request.id(), service);
        LOG.infof("request for contact %s for service %s", request.id(), service);
        return requests.persistAndFlush(request)
                .chain(() -> queue.put(request.expiry(), request.expiresAt()))
                .chain(() -> outbox.publish(
                        Event.of(EventType.CONTACT_REQUESTED, request.id(), now, null, to.agency(), told)))
                .chain(() -> crisis.at(null))
                .map(lines -> new ContactReceipt(request.id(), to.serviceName(), to.agencyName(), lines.items()));
    }

    private Uni<Void> requireCalm(UUID service) {
        return requests.countSince(service, clock.instant().minus(WINDOW))
                .invoke(count -> {
                    if (count >= MOST_IN_WINDOW) {
                        throw CommonProblem.TOO_MANY_REQUESTS.because(
                                "The service has many requests right now. Call it, or try again in an hour.");
                    }
                })
                .replaceWithVoid();
    }

    private static void requireAgency(ContactRepository.Addressee to) {
        if (to.agency() == null) {
            throw CommonProblem.CONFLICT.because("Nobody answers for this service here. Call or write to it directly.");
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, "1 fault(s), each with its place.", faults);
        }
    }
}
