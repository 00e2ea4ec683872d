package org.footbridge.referral.referral;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.footbridge.common.web.precondition.Version;

/** A referral as an answer: always with its ETag, so that the next change needs no read before it. */
final class ReferralAnswers {
    private ReferralAnswers() {}

    static Response answer(Shown shown) {
        return Response.ok(ReferralResponse.of(shown))
                .tag(Version.tag(shown.referral().version()))
                .build();
    }

    static Response created(Shown shown) {
        return Response.created(
                        URI.create("/api/v1/referrals/" + shown.referral().id()))
                .entity(ReferralResponse.of(shown))
                .tag(Version.tag(shown.referral().version()))
                .build();
    }
}
