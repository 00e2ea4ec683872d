package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What belongs to a placement, as its reader may read it right now, and what both sides ask and answer. */
@ApplicationScoped
class PlacementFiles {
    private final PlacementRepository placements;
    private final Part2 part2;

    PlacementFiles(PlacementRepository placements, Part2 part2) {
        this.placements = placements;
        this.part2 = part2;
    }

    Uni<PlacementFile> of(Party reader) {
        return placements.file(reader.placement().id()).chain(file -> part2.isCoveredFor(
                        reader, file.inquiries(), said -> said.isPart2For(reader.side()))
                .map(covered -> file.forReader(reader.side(), covered)));
    }

    /** A question that may cross to the school; 409 where it may not. */
    Uni<PlacementInquiry> question(Party agency, QuestionRequest request, Instant at) {
        return part2.crossing(agency, request.part2())
                .map(tagged -> new PlacementInquiry.Words(request.question(), tagged))
                .map(words -> PlacementInquiry.ask(agency.placement(), words, agency.actor(), at));
    }

    /** 422 for words beside the record that tell of substance use: nobody could withhold them again. What stays in school is free. */
    Uni<Void> requirePlain(Party agency, String words, Boolean said) {
        return words == null || words.isBlank() || agency.inSchool()
                ? Uni.createFrom().voidItem()
                : part2.requirePlain(agency, said);
    }

    /** The answer to the open question, which may cross to the agency; 409 where it may not. */
    Uni<PlacementInquiry> answer(Party school, AnswerRequest request, Instant at) {
        return part2.crossing(school, request.part2())
                .map(tagged -> new PlacementInquiry.Words(request.answer(), tagged))
                .chain(words -> placements
                        .openQuestion(school.placement().id())
                        .map(question -> question.answer(school.placement(), words, school.actor(), at)));
    }
}
