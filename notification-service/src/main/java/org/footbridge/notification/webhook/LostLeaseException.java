package org.footbridge.notification.webhook;

import java.util.UUID;

/** Recording took longer than the lease: another copy has the delivery, and this attempt's record is rolled back. */
final class LostLeaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostLeaseException(UUID delivery) {
        super("the lease of delivery " + delivery + " was lost");
    }
}
