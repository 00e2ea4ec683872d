package org.footbridge.referral.directory;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.OrganizationChanged;
import org.footbridge.common.events.ServiceChanged;

/** Keeps and tells what the directory publishes. It is global: the same for every district. */
@ApplicationScoped
public class DirectoryService {
    private final ProviderRepository providers;

    DirectoryService(ProviderRepository providers) {
        this.providers = providers;
    }

    /** Keeps a fact of the directory, unless a later one of the same subject came before it. */
    @WithTransaction
    Uni<Void> keep(Event event) {
        return switch (event.data()) {
            case OrganizationChanged fact -> providers.keep(fact, event.sequence());
            case ServiceChanged fact -> providers.keep(fact, event.sequence());
            default -> Uni.createFrom().voidItem();
        };
    }

    /** {@code null} where the directory has not told of it. */
    @WithTransaction
    public Uni<OfferedService> service(UUID id) {
        return providers.service(id);
    }

    /** An organization and those above it, nearest first; empty where it is unknown. */
    @WithTransaction
    public Uni<List<Provider>> chain(UUID organization) {
        return providers.chain(organization);
    }
}
