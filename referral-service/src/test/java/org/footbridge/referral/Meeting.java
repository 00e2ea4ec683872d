package org.footbridge.referral;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother.Made;

/** A proposal for a visit at a placement, at a time that no other meeting has. */
record Meeting(Made made, Instant time, String proposal, String appointment) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Both sides have time all day. */
    static Meeting possible(DemoTokens demo, ReferralMother mother) {
        Made made = mother.accepted();
        available(demo.coordinator(), made.sentPath());
        available(demo.agencyStaff(), made.placementPath());
        return new Meeting(made, freeTime(), null, null);
    }

    private static Instant freeTime() {
        Duration apart = Duration.ofHours(2L * COUNT.incrementAndGet());
        return Instant.now()
                .truncatedTo(ChronoUnit.HOURS)
                .plus(Duration.ofDays(60))
                .plus(apart);
    }

    /** Both sides of a placement in school have time all day. */
    static Meeting possible(DemoTokens demo, InSchool school) {
        Made made = school.accepted();
        available(demo.coordinator(), made.sentPath());
        available(school.counselor(), InSchool.path(made));
        return new Meeting(made, freeTime(), null, null);
    }

    /** The coordinator has proposed it to the school's own team. */
    static Meeting proposed(DemoTokens demo, InSchool school) {
        return possible(demo, school).proposedBy(demo.coordinator(), false);
    }

    /** One side has proposed it. */
    static Meeting proposed(DemoTokens demo, ReferralMother mother, boolean bySchool) {
        return possible(demo, mother).proposedBy(bySchool ? demo.coordinator() : demo.agencyStaff(), !bySchool);
    }

    private Meeting proposedBy(TokenBuilder who, boolean byAgency) {
        String path = byAgency ? made.placementPath() : made.sentPath();
        Response proposed = ReferralMother.post(who, path + "/appointments/proposals", form(), null);
        proposed.then().statusCode(201);
        return new Meeting(made, time, proposed.path("id"), proposed.path("times[0].appointmentId"));
    }

    Map<String, Object> form() {
        return Map.of("startsAt", List.of(time.toString()), "durationMinutes", 30, "modality", "PHONE");
    }

    private static void available(TokenBuilder who, String path) {
        List<Map<String, String>> always = Arrays.stream(DayOfWeek.values())
                .map(day -> Map.of("day", day.name(), "from", "00:00", "until", "23:59"))
                .toList();
        given().auth()
                .oauth2(who.sign())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("zone", "UTC", "weekly", always))
                .put(path + "/availability")
                .then()
                .statusCode(200);
    }
}
