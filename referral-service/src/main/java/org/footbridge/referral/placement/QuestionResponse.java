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

        Instant answeredAt,

        @Schema(description = "No consent lets the caller read the other side's words right now: they are missing.")
        boolean withheld) {

    /** The questions of a placement, oldest first. */
    static List<QuestionResponse> of(PlacementFile file) {
        return file.inquiries().stream()
                .filter(PlacementInquiry::isQuestion)
                .map(question -> of(question, file))
                .toList();
    }

    private static QuestionResponse of(PlacementInquiry question, PlacementFile file) {
        Optional<PlacementInquiry> answer = file.inquiries().stream()
                .filter(inquiry -> inquiry.answers(question))
                .findFirst();
        return new QuestionResponse(
                question.id(),
                file.shows(question) ? question.body() : null,
                question.happenedAt(),
                answer.filter(file::shows).map(PlacementInquiry::body).orElse(null),
                answer.map(PlacementInquiry::happenedAt).orElse(null),
                !file.shows(question)
                        || answer.filter(said -> !file.shows(said)).isPresent());
    }
}
