package org.footbridge.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.notification.endpoint.EndpointService;

/** Lets an owner fetch what it could have been sent, in order and as often as it likes. */
@ApplicationScoped
public class PullService {
    private final MessageRepository messages;
    private final EndpointService endpoints;

    public PullService(MessageRepository messages, EndpointService endpoints) {
        this.messages = messages;
        this.endpoints = endpoints;
    }

    @WithTransaction
    Uni<List<MessageRepository.Pulled>> pull(
            UUID owner, UUID endpoint, MessageRepository.Place after, Instant since, int size) {
        return endpoints.choice(owner, endpoint).chain(choice -> messages.page(choice, after, since, size));
    }
}
