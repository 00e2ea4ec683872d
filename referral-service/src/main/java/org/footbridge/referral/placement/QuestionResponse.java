package org.footbridge.referral.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question of the agency with the school's answer. */
@Schema(description = "A question of the agency, and the answer once there is one.")
public record QuestionResponse(
        UUID id,

        @Schema(maxLength = 2000, examples = "Which hours suit the family?")
        String question,

        Instant askedAt,

        @Schema(maxLength = 4000, examples = "After 15:30, and never on Thursdays.")
        String answer,

        Instant answeredAt) {

    /** The questions of a placement, oldest first. */
    static List<QuestionResponse> of(List<PlacementInquiry> inquiries) {
        return inquiries.stream()
                .filter(PlacementInquiry::isQuestion)
                .map(question -> of(question, inquiries))
                .toList();
    }

    private static QuestionResponse of(PlacementInquiry question, List<PlacementInquiry> inquiries) {
        Optional<PlacementInquiry> answer =
                inquiries.stream().filter(inquiry -> inquiry.answers(question)).findFirst();
        return new QuestionResponse(
                question.id(),
                question.body(),
                question.happenedAt(),
                answer.map(PlacementInquiry::body).orElse(null),
                answer.map(PlacementInquiry::happenedAt).orElse(null));
    }
}
