package org.footbridge.notification.preference;

/** A way to reach somebody. */
public enum NoticeChannel {
    IN_APP,
    EMAIL,
    SMS;

    /** Whether it makes a noise, so that it waits for the end of the quiet hours. */
    public boolean disturbs() {
        return this != IN_APP;
    }
}
