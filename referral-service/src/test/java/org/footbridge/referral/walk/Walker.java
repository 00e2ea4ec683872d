package org.footbridge.referral.walk;

import io.restassured.response.Response;
import java.util.Random;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother;

/** Stumbles through the life of one referral: does whatever the dice say, allowed or not. */
final class Walker {
    private static final String NO_VERSION = "\"0\"";
    private static final int SELDOM = 12;

    private final DemoTokens demo;
    private final Random dice;
    private final String referral;
    private String consent;
    private String placement;
    private String visit;

    Walker(DemoTokens demo, ReferralMother mother, long seed) {
        this.demo = demo;
        this.dice = new Random(seed);
        this.referral = mother.submitted().referral().toString();
    }

    String referral() {
        return referral;
    }

    String placement() {
        return placement;
    }

    /** The next thing to try. */
    Move next() {
        Move move = Move.values()[dice.nextInt(Move.values().length)];
        return Move.ENDS.contains(move) && dice.nextInt(SELDOM) > 0 ? next() : move;
    }

    /** Tries it with the version of this moment; remembers what came of it. */
    Response attempt(Move move) {
        TokenBuilder who = move.where.who(demo);
        Response read = ReferralMother.get(who, versioned(move));
        String etag = read.statusCode() == 200 ? read.header("ETag") : NO_VERSION;
        Response answer = ReferralMother.post(who, target(move) + "/" + move.path, move.body, etag);
        if (answer.statusCode() == 201) {
            remember(move, answer.path("id"));
        }
        return answer;
    }

    /** Whether its agency can read the placement that was made last. */
    Response readByAgency() {
        return ReferralMother.get(demo.agencyStaff(), placementPath());
    }

    private void remember(Move move, String id) {
        switch (move) {
            case CONSENT -> consent = id;
            case SEND -> placement = id;
            case BOOK -> visit = id;
            default -> throw new IllegalStateException(move + " has made something");
        }
    }

    /** Whose version counts: a visit's is its placement's. */
    private String versioned(Move move) {
        return move.where == Move.Where.VISIT ? placementPath() : target(move);
    }

    private String target(Move move) {
        return switch (move.where) {
            case REFERRAL -> referralPath();
            case CONSENT -> referralPath() + "/consents/" + known(consent);
            case SENT -> referralPath() + "/placements/" + known(placement);
            case PLACEMENT -> placementPath();
            case VISIT -> placementPath() + "/appointments/" + known(visit);
        };
    }

    private String referralPath() {
        return "/api/v1/referrals/" + referral;
    }

    private String placementPath() {
        return "/api/v1/placements/" + known(placement);
    }

    /** What does not exist yet has an id that nothing has. */
    private String known(String id) {
        return id == null ? referral : id;
    }
}
