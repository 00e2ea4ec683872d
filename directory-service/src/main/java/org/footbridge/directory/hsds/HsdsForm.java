package org.footbridge.directory.hsds;

/** How much of a record is shown; each is a column of the views that offer it. */
enum HsdsForm {
    MINIMAL("minimal"),
    LISTED("listed"),
    NESTED("nested"),
    COMPLETE("complete");

    private final String column;

    HsdsForm(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
