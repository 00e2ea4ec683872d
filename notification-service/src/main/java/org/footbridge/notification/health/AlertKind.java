package org.footbridge.notification.health;

import java.util.Locale;

/** What the owner of an endpoint is told by e-mail. */
enum AlertKind {
    /** It has failed for long and will be disabled. */
    FAILING,
    /** It failed for too long and is disabled. */
    DISABLED,
    /** It answered that it is gone and is disabled. */
    GONE;

    /** Of its template. */
    String template() {
        return "webhook/" + name().toLowerCase(Locale.ROOT) + ".txt";
    }
}
