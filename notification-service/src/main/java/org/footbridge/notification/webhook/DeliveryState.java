package org.footbridge.notification.webhook;

/** Where a delivery is. Readers of the API accept further states. */
public enum DeliveryState {
    /** Waits for its next attempt. */
    PENDING,
    /** The endpoint answered 2xx. */
    DELIVERED,
    /** Every attempt failed. */
    FAILED,
    /** Not sent on: the endpoint was disabled or said that it is gone. */
    CANCELLED,
    /** Not sent: the agency's access to the placement had ended. */
    ACCESS_ENDED
}
