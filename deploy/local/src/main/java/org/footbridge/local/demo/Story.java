package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The main job: a teacher notices, an agency helps, the school learns what came of it, and nobody else sees anything. */
public final class Story {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String GUARDIAN_ADDRESS = "mnunez@example.org";

    private final World world;
    private final Narrator tell;

    public Story(World world) {
        this.world = world;
        this.tell = world.narrator();
    }

    /** Plays the whole story; fails with {@link StoryFailed} at the first thing that is not as it should be. */
    public void play() {
        new DemoDistrict(world).prepare();
        String service = findService();
        tell.step("The district has finished thirty referrals before");
        new DemoPast(world, service).ensure();
        try (WebhookReceiver agencyServer = new WebhookReceiver()) {
            registerWebhook(agencyServer);
            Figures before = Figures.settled(world);
            int mailsBefore = world.mail().to(GUARDIAN_ADDRESS).size();
            ReferralLoop loop = new ReferralLoop(world, need(service));
            theSchoolSends(loop);
            theAgencyHelps(loop, agencyServer);
            theTeacherSees(loop);
            theGuardianWasTold(mailsBefore);
            theFiguresMove(before);
            nobodyElseSees(loop);
        }
    }

    private ReferralLoop.Need need(String service) {
        String student = Students.of(world).get("stu-1001").at("/id").asText();
        return new ReferralLoop.Need(World.EDUCATOR, student, "es", "MEDICAID", service, 9);
    }

    private String findService() {
        tell.step("Which service fits a Spanish-speaking child of 12 with Medicaid, and has room?");
        JsonNode found = world.as(null)
                .get("/api/v1/directory/search?age=12&language=es&insurance=MEDICAID&capacity=HAS_CAPACITY&limit=50")
                .expect(200)
                .body();
        JsonNode ours = StreamSupport.stream(found.at("/items").spliterator(), false)
                .filter(one -> one.at("/organizationId").asText().equals(World.AGENCY))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("no service of Harbor Light fits: " + found));
        tell.seen(ours.at("/name").asText() + " of "
                + ours.at("/organizationName").asText());
        return ours.at("/serviceId").asText();
    }

    private void registerWebhook(WebhookReceiver server) {
        tell.step("The agency registers its own server for webhooks and is shown the secret once");
        Webhooks.register(world, server);
        tell.seen("a secret that begins with whsec_, and never again");
    }

    private void theSchoolSends(ReferralLoop loop) {
        tell.step("Lee Park, a teacher, refers a student");
        JsonNode made = loop.submit();
        tell.seen("referral " + made.at("/number").asText() + " is "
                + made.at("/state").asText());
        tell.step("Robin O'Neil triages it and records the consent that the guardian signed");
        loop.triageAndConsent();
        tell.step("... and sends it");
        loop.send();
    }

    private void theAgencyHelps(ReferralLoop loop, WebhookReceiver server) {
        tell.step("The agency's server receives a signed webhook");
        WebhookReceiver.Received hook = server.await(
                "referral.sent.v1",
                one -> one.type().equals("referral.sent.v1")
                        && one.body().at("/data/placementId").asText().equals(loop.placement()),
                SOON);
        tell.seen("verified with the Standard Webhooks library: " + hook.body());
        require(server.refused().isEmpty(), "a webhook did not verify: " + server.refused());
        tell.step("The agency fetches the referral with its own token");
        Api.Answer record =
                world.as(World.AGENCY_STAFF).get(loop.placementPath()).expect(200);
        require(!record.text().contains("stu-1001"), "the agency sees the roster's id of the student");
        require(record.text().contains("redisclosure"), "the record lacks the notice against redisclosure");
        tell.seen("exactly what the consent covers, with the notice against redisclosure");
        tell.step("... acknowledges, accepts, schedules, records the visit, and closes with an outcome");
        loop.act("acknowledge", Map.of());
        loop.accept();
        loop.attend(loop.schedule(Duration.ofSeconds(1)));
        loop.complete();
    }

    private void theTeacherSees(ReferralLoop loop) {
        tell.step("The teacher sees what became of it, and nothing clinical");
        JsonNode seen =
                world.as(World.EDUCATOR).get(loop.referralPath()).expect(200).body();
        require(seen.at("/state").asText().equals("COMPLETED"), "the teacher does not see the end: " + seen);
        Set<String> members = new TreeSet<>();
        seen.fieldNames().forEachRemaining(members::add);
        require(!seen.toString().contains("SERVED_IMPROVED"), "the teacher sees the clinical outcome");
        require(
                !members.contains("outcome") && !members.contains("insurance"),
                "the teacher sees too much: " + members);
        tell.seen("state " + seen.at("/state").asText() + "; members " + members);
    }

    private void theGuardianWasTold(int before) {
        tell.step("The guardian got one e-mail that gives nothing away and says whom to call");
        List<Mailbox.Mail> mails = Patience.await(
                "the guardian's e-mail", SOON, () -> Optional.of(world.mail().to(GUARDIAN_ADDRESS))
                        .filter(all -> all.size() > before));
        require(mails.size() == before + 1, "the guardian got " + (mails.size() - before) + " mails");
        Mailbox.Mail mail = mails.getLast();
        for (String secret : List.of(
                "José", "Pepe", "Núñez", "Garc", "stu-1001", "ANXIETY", "nxiety", "recess", "Harbor", "ounsel")) {
            require(!mail.raw().contains(secret) && !mail.text().contains(secret), "the mail gives away " + secret);
        }
        require(mail.text().contains("O'Neil"), "the mail does not say whom to call: " + mail.text());
        require(mail.text().contains("555-0180"), "the mail does not say which number to call: " + mail.text());
        tell.seen("subject: " + mail.subject());
    }

    private void theFiguresMove(Figures before) {
        tell.step("The coordinator's figure of closed loops rises by exactly one");
        Figures after = Patience.await("the figures", SOON, () -> Optional.of(Figures.ask(world))
                .filter(now -> now.closedLoops() > before.closedLoops()));
        require(after.closedLoops() == before.closedLoops() + 1, "it rose from " + before + " to " + after);
        require(after.smallCellIsHidden(), "the cell of 3 is shown: " + after);
        tell.seen(before.closedLoops() + " -> " + after.closedLoops() + ", median wait " + after.medianWaitDays()
                + " days; the group of 3 is suppressed");
    }

    private void nobodyElseSees(ReferralLoop loop) {
        tell.step("Another district and another agency see nothing of it");
        Api neighbour = world.as(World.OTHER_COORDINATOR);
        neighbour.get(loop.referralPath()).expect(404);
        require(!neighbour.get("/api/v1/referrals?limit=200").expect(200).text().contains(loop.referral()), "listed");
        Api otherAgency = world.as(World.OTHER_AGENCY_STAFF);
        otherAgency.get(loop.placementPath()).expect(404);
        require(
                !otherAgency
                        .get("/api/v1/placements?limit=200")
                        .expect(200)
                        .text()
                        .contains(loop.placement()),
                "listed");
        world.as(null).get(loop.referralPath()).expect(401);
        tell.seen("404, 404, in none of their lists, and 401 without a token");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new StoryFailed(otherwise);
        }
    }
}
