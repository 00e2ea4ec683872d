package org.footbridge.referral.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/** Looks at a file before it is kept: its kind by its bytes, and viruses. */
@Singleton
class Intake {
    private final Vertx vertx;
    private final VirusScan scan;

    Intake(Vertx vertx, VirusScan scan) {
        this.vertx = vertx;
        this.scan = scan;
    }

    /** Fails with 415 or 422 for what is not taken, 503 where it cannot be looked at. */
    Uni<Attachment.File> look(Upload upload, String disposition) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> MediaKind.of(upload.file()), false)
                        .toCompletionStage())
                .map(found -> found.orElseThrow(() -> AttachmentProblem.TYPE_NOT_TAKEN.because(
                        "PDF, PNG, JPEG, DOCX without macros and plain text are taken.")))
                .call(() -> scan.check(upload.file()))
                .map(kind ->
                        new Attachment.File(FileName.of(disposition, kind), kind, upload.bytes(), upload.sha256()));
    }
}
