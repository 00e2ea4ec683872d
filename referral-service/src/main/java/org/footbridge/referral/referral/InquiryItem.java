package org.footbridge.referral.referral;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question about a referral, or its answer. */
@Schema(name = "ReferralInquiry", description = "A coordinator's question, or its answer.")
public record InquiryItem(
        @Schema(maxLength = 8, description = "QUESTION or ANSWER.", examples = "QUESTION")
        String kind,

        @Schema(maxLength = 2000, examples = "Since when does the student eat alone?")
        String text,

        @Schema(maxLength = 40, description = "Role of who wrote it.", examples = "COORDINATOR")
        String role,

        Instant at) {

    static InquiryItem of(Inquiry inquiry) {
        return new InquiryItem(inquiry.kind().name(), inquiry.text(), inquiry.actorRole(), inquiry.at());
    }
}
