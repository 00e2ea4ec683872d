package org.footbridge.common.queue;

/** The work took longer than its lease: another copy has it now, and what this one would have recorded is rolled back. */
public final class LostLeaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostLeaseException(WorkItem work) {
        super("the lease of " + work.kind() + " " + work.id() + " was lost");
    }
}
