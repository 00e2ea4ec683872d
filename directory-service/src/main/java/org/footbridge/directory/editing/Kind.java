package org.footbridge.directory.editing;

/** The records that have editors. */
enum Kind {
    ORGANIZATION("organizations"),
    SERVICE("services");

    private final String table;

    Kind(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
