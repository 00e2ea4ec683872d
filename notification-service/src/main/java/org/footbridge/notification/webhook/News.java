package org.footbridge.notification.webhook;

import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.notification.endpoint.Subject;

/** An event as endpoints look at it. */
interface News {

    Event event();

    /** Of the transaction that published it, or {@code null}. */
    String traceparent();

    /** What the endpoints' filters look at. */
    Subject subject();

    /** The placement that the event is about, {@code null} where it is about none. */
    UUID placementId();
}
