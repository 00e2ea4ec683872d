package org.footbridge.common.persistence.idempotency;

/** A response body that holds something to be shown once, such as a secret. */
public interface OnceOnly {

    /** The body that a replay shows instead: the same without the secret. */
    Object replay();
}
