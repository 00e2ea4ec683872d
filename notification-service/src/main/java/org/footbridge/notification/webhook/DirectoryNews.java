package org.footbridge.notification.webhook;

import java.util.UUID;
import org.footbridge.common.events.ContactRequested;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.ServiceChanged;
import org.footbridge.notification.endpoint.Subject;

/** What the directory has for an agency: a family that asks for contact, or an entry that nobody has verified for long. */
record DirectoryNews(Event event, String traceparent) implements News {

    UUID serviceId() {
        return event.data() instanceof ContactRequested request
                ? request.serviceId()
                : event.data(ServiceChanged.class).serviceId();
    }

    /** {@code null} where it is about an entry. */
    UUID contactRequestId() {
        return event.data() instanceof ContactRequested request ? request.contactRequestId() : null;
    }

    @Override
    public Subject subject() {
        return new Subject(event.type().publicName(), null, serviceId());
    }

    @Override
    public UUID placementId() {
        return null;
    }
}
