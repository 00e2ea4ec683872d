package org.footbridge.notification.queue;

/** The kinds of work; each has a loop of its own. */
public enum WorkKind {
    WEBHOOK,
    MAIL;

    String column() {
        return switch (this) {
            case WEBHOOK -> "webhook";
            case MAIL -> "mail";
        };
    }
}
