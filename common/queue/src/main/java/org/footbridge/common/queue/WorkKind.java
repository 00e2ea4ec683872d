package org.footbridge.common.queue;

/**
 * A kind of work; each has a loop of its own.
 *
 * @param name lower case letters and hyphens, 2 to 40 of them, as it stands in the table
 */
public record WorkKind(String name) {

    public WorkKind {
        if (!name.matches("[a-z][a-z-]{1,39}")) {
            throw new IllegalArgumentException("no name of a kind of work: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
