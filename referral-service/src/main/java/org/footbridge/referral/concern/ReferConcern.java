package org.footbridge.referral.concern;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.Concern;
import org.footbridge.referral.referral.Identified;
import org.footbridge.referral.referral.SubmitReferralRequest;
import org.footbridge.referral.referral.Urgency;

/** Which student a concern is about. What was written becomes the description, where it was becomes the location. */
@Schema(
        description =
                "The rules of the referral form hold: studentId and urgency, and concerns unless it is a CRISIS or UNIVERSAL.")
record ReferConcern(
        UUID studentId,

        @Schema(type = SchemaType.STRING, implementation = Urgency.class)
        String urgency,

        @Schema(type = SchemaType.ARRAY, implementation = Concern.class, maxItems = 10)
        List<String> concerns,

        UUID schoolId) {

    SubmitReferralRequest toSubmit(Words words) {
        return new SubmitReferralRequest(
                studentId,
                schoolId,
                urgency,
                null,
                concerns,
                words.what(),
                words.place(),
                null,
                null,
                null,
                Identified.PEER.name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
