package org.footbridge.referral.attachment;

import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the store that the configuration names. */
class AttachmentStores {

    @Produces
    @Singleton
    AttachmentStore store(AttachmentConfig config, Vertx vertx) {
        return switch (config.store()) {
            case FILE_SYSTEM -> new FileSystemStore(vertx, config.directory());
            case S3 -> new S3Store(vertx, config.s3());
        };
    }
}
