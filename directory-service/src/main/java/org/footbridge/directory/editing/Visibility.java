package org.footbridge.directory.editing;

import java.util.Locale;

/** Who sees a record: everybody, the district that curates it, or its own agency. */
enum Visibility {
    PUBLIC,
    DISTRICT,
    ENTITLED;

    static Visibility of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
