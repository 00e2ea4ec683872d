package org.footbridge.notification.mail;

/** Where a notice is. */
enum NoticeState {
    PENDING,
    /** Everybody who may be told was told. */
    DONE,
    /** It could not be sent for so long that it would only confuse. */
    EXPIRED
}
