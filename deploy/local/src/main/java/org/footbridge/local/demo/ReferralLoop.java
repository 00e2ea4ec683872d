package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** One referral's steps, each by the one who takes it. Used by the story, by the demo's past, and by the benches. */
public final class ReferralLoop {
    private final World world;
    private final Need need;
    private String referral;
    private String placement;
    private Instant visitAt;

    /** Who needs what. {@code waitingDays} ago the paper form reached the school. */
    public record Need(
            String educator, String student, String language, String insurance, String service, int waitingDays) {}

    public ReferralLoop(World world, Need need) {
        this.world = world;
        this.need = need;
    }

    public String referral() {
        return referral;
    }

    public String placement() {
        return placement;
    }

    String referralPath() {
        return "/api/v1/referrals/" + referral;
    }

    String placementPath() {
        return "/api/v1/placements/" + placement;
    }

    /** An educator refers a student. */
    public JsonNode submit() {
        return submit(UUID.randomUUID().toString());
    }

    /** The same with a key, for a client that asks again until it is answered. */
    public JsonNode submit(String key) {
        Api.Answer made = world.as(need.educator())
                .create(
                        "/api/v1/referrals",
                        Map.of(
                                "studentId", need.student(),
                                "urgency", "ROUTINE",
                                "receivedOn",
                                        LocalDate.now(World.ZONE)
                                                .minusDays(need.waitingDays())
                                                .toString(),
                                "concerns", List.of("ANXIETY", "SOCIAL"),
                                "description",
                                        "Stays alone at recess and has stopped raising a hand, for some weeks now.",
                                "homeLanguage", need.language(),
                                "insurance", need.insurance()),
                        key)
                .expect(201);
        referral = made.at("/id");
        return made.body();
    }

    /** The coordinator triages, and records the consent that the guardian signed on paper. */
    public void triageAndConsent() {
        Api coordinator = world.as(World.COORDINATOR);
        coordinator
                .post(
                        referralPath() + "/triage",
                        Map.of("urgency", "ROUTINE", "tier", 2),
                        etag(coordinator, referralPath()))
                .expect(200);
        JsonNode guardian = coordinator
                .get("/api/v1/students/" + need.student())
                .expect(200)
                .body()
                .at("/guardians/0");
        coordinator
                .create(
                        referralPath() + "/consents",
                        Map.of(
                                "method", "PAPER_SCAN",
                                "recipientAgencyId", World.AGENCY,
                                "scope",
                                        List.of(
                                                "IDENTITY",
                                                "CONTACT",
                                                "CONCERNS",
                                                "DESCRIPTION",
                                                "INSURANCE",
                                                "SCHOOL"),
                                "purpose", "TREATMENT",
                                "signerGuardianId", guardian.at("/id").asText(),
                                "signerRole", "GUARDIAN",
                                "signedOn", LocalDate.now(World.ZONE).toString(),
                                "documentHash", randomHash(),
                                "expiresOn",
                                        LocalDate.now(World.ZONE).plusYears(1).toString()))
                .expect(201);
    }

    /** The coordinator sends the referral to the service. A service that was loaded just now takes a moment to be known. */
    public void send() {
        Api coordinator = world.as(World.COORDINATOR);
        Api.Answer sent = Patience.await("the service to be known", Duration.ofSeconds(20), () -> {
            Api.Answer answer = coordinator.post(
                    referralPath() + "/placements",
                    Map.of("serviceId", need.service()),
                    etag(coordinator, referralPath()));
            boolean unknownYet = answer.status() == 422
                    && answer.at("/errors/0/pointer").equals("/serviceId")
                    && answer.at("/errors/0/code").equals("unknown");
            return unknownYet ? Optional.empty() : Optional.of(answer);
        });
        placement = sent.expect(201).at("/id");
    }

    public void accept() {
        act("accept", Map.of());
    }

    /** A visit that begins soon, as agencies offer it while the family is present. Returns the appointment's id. */
    public String schedule(Duration ahead) {
        Api agency = world.as(World.AGENCY_STAFF);
        visitAt = Instant.now().plus(ahead);
        return agency.post(
                        placementPath() + "/appointments",
                        Map.of("startsAt", visitAt.toString(), "durationMinutes", 50, "modality", "IN_PERSON"),
                        etag(agency, placementPath()))
                .expect(201)
                .at("/id");
    }

    /** Attendance can only be recorded once the visit has begun. */
    public void attend(String appointment) {
        Api agency = world.as(World.AGENCY_STAFF);
        Patience.until(visitAt);
        Patience.await("the visit to begin", Duration.ofSeconds(10), () -> {
            Api.Answer answer = agency.post(
                    placementPath() + "/appointments/" + appointment + "/attendance",
                    Map.of("outcome", "KEPT"),
                    etag(agency, placementPath()));
            return answer.expect(200, 409).status() == 200 ? Optional.of(answer) : Optional.empty();
        });
    }

    public void complete() {
        act("complete", Map.of("outcome", "SERVED_IMPROVED"));
    }

    /** From the form to the outcome. */
    public void wholeWay() {
        submit();
        triageAndConsent();
        send();
        act("acknowledge", Map.of());
        accept();
        attend(schedule(Duration.ZERO));
        complete();
    }

    void act(String step, Map<String, ?> body) {
        Api agency = world.as(World.AGENCY_STAFF);
        agency.post(placementPath() + "/" + step, body, etag(agency, placementPath()))
                .expect(200);
    }

    private static String etag(Api who, String path) {
        return who.get(path).expect(200).etag();
    }

    private static String randomHash() {
        byte[] bytes = new byte[32];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
