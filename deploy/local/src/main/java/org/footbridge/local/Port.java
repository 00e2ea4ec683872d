package org.footbridge.local;

/** The local stack's one table of ports, all on the loopback interface. */
public enum Port {
    GATEWAY(8080),
    REFERRAL(8081),
    DIRECTORY(8082),
    FEEDBACK(8083),
    NOTIFICATION(8084),
    KEYCLOAK(8180),
    POSTGRES(5433),
    KAFKA(9094),
    KAFKA_CONTROLLER(9095),
    SMTP(2525),
    /** HTTP view of what was mailed. */
    MAILS(8025);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    /** The number that {@code deploy/up} uses. */
    public int standard() {
        return standard;
    }
}
