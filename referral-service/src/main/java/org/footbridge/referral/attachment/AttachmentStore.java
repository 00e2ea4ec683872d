package org.footbridge.referral.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.file.AsyncFile;
import java.nio.file.Path;

/** Keeps the bytes of files outside of the database. They pass through in pieces, never as a whole in memory. */
interface AttachmentStore {

    /** Keeps the bytes of a local file under a new key. Fails where they may not have been kept. */
    Uni<Void> put(String key, Path file);

    /** The bytes of a key, to be read once and closed; {@code null} where it has none. */
    Uni<AsyncFile> get(String key);

    /** Whether a key has bytes. */
    Uni<Boolean> has(String key);

    /** Destroys the bytes of a key, where it has any. */
    Uni<Void> delete(String key);
}
