package org.footbridge.benchmarks;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.footbridge.local.demo.Api;
import org.footbridge.local.demo.World;

/** One referral from the form to the agency's yes, each step with the ETag of the answer before, as a good client keeps it. */
final class ReferralWalk {
    private static final List<String> SCOPE = List.of("IDENTITY", "CONTACT", "CONCERNS");
    private static final double NANOS_PER_MILLI = 1e6;

    private final World world;
    private final Pupil pupil;
    private final String service;
    private final BiConsumer<Step, Double> taken;
    private final Map<Step, Runnable> steps = new EnumMap<>(Step.class);
    private String referral;
    private String placement;
    private String etag;

    /** What is timed. READ is what a client must ask in between: a consent answers with its own version. */
    enum Step {
        CREATE,
        TRIAGE,
        CONSENT,
        READ,
        SEND,
        ACCEPT
    }

    /** A student and who may sign. */
    record Pupil(String student, String guardian) {}

    /** @param taken is told the milliseconds of each step */
    ReferralWalk(World world, Pupil pupil, String service, BiConsumer<Step, Double> taken) {
        this.world = world;
        this.pupil = pupil;
        this.service = service;
        this.taken = taken;
        steps.put(Step.CREATE, this::create);
        steps.put(Step.TRIAGE, this::triage);
        steps.put(Step.CONSENT, this::consent);
        steps.put(Step.READ, this::read);
        steps.put(Step.SEND, this::send);
        steps.put(Step.ACCEPT, this::accept);
    }

    void wholeWay() {
        for (Step step : Step.values()) {
            take(step);
        }
    }

    void take(Step step) {
        long begin = System.nanoTime();
        steps.get(step).run();
        taken.accept(step, (System.nanoTime() - begin) / NANOS_PER_MILLI);
    }

    private void create() {
        Api.Answer made = world.as(World.EDUCATOR)
                .create(
                        "/api/v1/referrals",
                        Map.of(
                                "studentId", pupil.student(),
                                "urgency", "ROUTINE",
                                "concerns", List.of("ANXIETY", "SOCIAL"),
                                "description", "Stays alone at recess and has stopped raising a hand.",
                                "homeLanguage", "en",
                                "insurance", "MEDICAID"))
                .expect(201);
        referral = "/api/v1/referrals/" + made.at("/id");
        etag = made.etag();
    }

    private void triage() {
        coordinator()
                .post(referral + "/triage", Map.of("urgency", "ROUTINE", "tier", 2), etag)
                .expect(200);
    }

    private void consent() {
        LocalDate today = LocalDate.now(World.ZONE);
        coordinator()
                .create(
                        referral + "/consents",
                        Map.of(
                                "method",
                                "PAPER_SCAN",
                                "recipientAgencyId",
                                World.AGENCY,
                                "scope",
                                SCOPE,
                                "purpose",
                                "TREATMENT",
                                "signerGuardianId",
                                pupil.guardian(),
                                "signerRole",
                                "GUARDIAN",
                                "signedOn",
                                today.toString(),
                                "documentHash",
                                "0123456789abcdef".repeat(4),
                                "expiresOn",
                                today.plusYears(1).toString()))
                .expect(201);
    }

    private void read() {
        etag = coordinator().get(referral).expect(200).etag();
    }

    private void send() {
        Api.Answer sent = coordinator()
                .post(referral + "/placements", Map.of("serviceId", service), etag)
                .expect(201);
        placement = "/api/v1/placements/" + sent.at("/id");
        etag = sent.etag();
    }

    private void accept() {
        world.as(World.AGENCY_STAFF).post(placement + "/accept", Map.of(), etag).expect(200);
    }

    private Api coordinator() {
        return world.as(World.COORDINATOR);
    }
}
