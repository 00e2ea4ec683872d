package org.footbridge.notification.mail;

import java.util.Arrays;
import java.util.Optional;

/** As what somebody is told. */
enum Role {
    GUARDIAN,
    STUDENT,
    COORDINATOR,
    REFERRER,
    ON_CALL;

    /** Empty for a role that this version does not know. */
    static Optional<Role> of(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
