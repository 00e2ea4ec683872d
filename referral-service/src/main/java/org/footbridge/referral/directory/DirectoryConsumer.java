package org.footbridge.referral.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.footbridge.common.messaging.inbox.EventConsumer;

/** Listens to the directory. */
@ApplicationScoped
class DirectoryConsumer {
    private final EventConsumer events;
    private final DirectoryService directory;

    DirectoryConsumer(EventConsumer events, DirectoryService directory) {
        this.events = events;
        this.directory = directory;
    }

    @Incoming("directory-events")
    public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return events.consume("provider-snapshot", record, directory::keep);
    }
}
