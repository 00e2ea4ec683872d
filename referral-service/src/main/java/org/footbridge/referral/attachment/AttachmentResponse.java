package org.footbridge.referral.attachment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.placement.Side;

/** A file without its bytes. */
@Schema(description = "A file of a referral. Its bytes are downloaded by its id.")
public record AttachmentResponse(
        UUID id,
        Side addedBy,

        @Schema(maxLength = 110, examples = "attendance.pdf")
        String name,

        @Schema(maxLength = 100, description = "Told by its bytes.", examples = "application/pdf")
        String type,

        @Schema(minimum = "1") int bytes,

        @Schema(description = "Tells of substance use: 42 CFR Part 2 binds it.")
        boolean part2,

        @Schema(pattern = "^[0-9a-f]{64}$") String sha256,

        Instant addedAt) {

    static AttachmentResponse of(Attachment attachment) {
        return new AttachmentResponse(
                attachment.id(),
                attachment.side(),
                attachment.name().text(),
                attachment.kind().type(),
                attachment.byteCount(),
                attachment.isPart2(),
                attachment.sha256(),
                attachment.addedAt());
    }
}
