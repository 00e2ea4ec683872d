package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The two districts, their rosters, the directory and the agreement: made where they are missing, so that it can be repeated. */
public final class DemoDistrict {
    /** Outpatient counseling for children and teens, of Harbor Light. */
    private static final String SERVICE = "01980000-0000-7000-8000-0000005e0001";

    private static final Duration IMPORT = Duration.ofSeconds(60);

    private final World world;

    public DemoDistrict(World world) {
        this.world = world;
    }

    /** Everything that must exist before a referral can be made. */
    public void prepare() {
        Narrator tell = world.narrator();
        tell.step("A platform administrator sets up the district: its zone, its calendar, its settings");
        district(World.DISTRICT, "Prairie View Unified School District", "+1-555-0180");
        tell.step("The directory of services is loaded from an HSDS file");
        loadDirectory();
        tell.step("The agency confirms that it has room, so that what the directory says is of today");
        confirmCapacity();
        tell.step("The district and the agency Harbor Light Counseling have an agreement");
        agreement();
        tell.step("A district administrator imports the OneRoster package of the student information system");
        roster(World.DISTRICT_ADMIN, "oneroster-bulk");
        tell.step("... and makes Robin O'Neil the coordinator of referrals");
        coordinator(World.DISTRICT_ADMIN, World.COORDINATOR);
        tell.step("A neighbouring district uses the same installation");
        tell.quietly(this::neighbour);
        tell.seen("Eastfield has its own district, roster and coordinator");
    }

    /** A need as any, for those who only want to close loops: the demo's student of the elementary school. */
    public static ReferralLoop.Need someNeed(World world) {
        String student = Students.of(world).get("stu-1001").at("/id").asText();
        return new ReferralLoop.Need(World.EDUCATOR, student, "es", "MEDICAID", SERVICE, 3);
    }

    private void neighbour() {
        district(World.OTHER_DISTRICT, "Eastfield School District", "+1-555-0190");
        roster(World.OTHER_DISTRICT_ADMIN, "oneroster-eastfield");
        coordinator(World.OTHER_DISTRICT_ADMIN, World.OTHER_COORDINATOR);
    }

    private void district(String id, String name, String phone) {
        Api admin = world.as(World.PLATFORM_ADMIN);
        if (admin.get("/api/v1/districts/" + id).expect(200, 404).status() == 200) {
            world.narrator().seen("is there already");
            return;
        }
        Map<String, Object> district = new HashMap<>(Map.of(
                "id",
                id,
                "name",
                name,
                "zone",
                "America/Chicago",
                "phone",
                phone,
                "languages",
                List.of("en", "es", "vi"),
                "minimumCell",
                10,
                "jurisdiction",
                "US-KS"));
        district.put(
                "calendar",
                Map.of(
                        "holidays",
                        List.of(Map.of(
                                "date", LocalDate.now(World.ZONE).getYear() + "-12-25", "name", "Winter break"))));
        admin.create("/api/v1/districts", district).expect(201);
    }

    private void loadDirectory() {
        Api.Answer answer = world.as(World.PLATFORM_ADMIN)
                .upload(
                        "/api/v1/directory/imports",
                        "application/json",
                        DemoFiles.directory().getBytes(StandardCharsets.UTF_8))
                .expect(200, 201, 202);
        world.as(World.PLATFORM_ADMIN)
                .upload("/api/v1/directory/postal-codes", "text/csv", DemoFiles.postalCodes())
                .expect(200);
        world.narrator().seen(answer.text());
    }

    private void confirmCapacity() {
        Api agency = world.as(World.AGENCY_STAFF);
        String path = "/api/v1/directory/services/" + SERVICE + "/capacity";
        agency.put(
                        path,
                        Map.of("status", "HAS_CAPACITY", "available", 6, "waitDays", 0),
                        agency.get(path).expect(200).etag())
                .expect(200);
    }

    private void agreement() {
        Api admin = world.as(World.PLATFORM_ADMIN);
        JsonNode known = admin.get("/api/v1/agreements?districtId=" + World.DISTRICT)
                .expect(200)
                .body();
        boolean exists = StreamSupport.stream(known.at("/items").spliterator(), false)
                .anyMatch(one -> one.at("/agencyId").asText().equals(World.AGENCY)
                        && one.at("/endedAt").isMissingNode());
        if (exists) {
            world.narrator().seen("is there already");
            return;
        }
        admin.create(
                        "/api/v1/agreements",
                        Map.of(
                                "districtId",
                                World.DISTRICT,
                                "agencyId",
                                World.AGENCY,
                                "basis",
                                "CONSENT",
                                "purpose",
                                "MENTAL_HEALTH_SERVICES",
                                "validFrom",
                                LocalDate.now(World.ZONE).minusYears(1).toString()))
                .expect(201);
    }

    private void roster(String admin, String folder) {
        Api who = world.as(admin);
        Api.Answer started = who.upload("/api/v1/roster/imports", "application/zip", DemoFiles.rosterZip(folder))
                .expect(202);
        JsonNode done = Patience.await(
                "the roster import", IMPORT, () -> Optional.of(who.get("/api/v1/roster/imports/" + started.at("/id"))
                                .expect(200)
                                .body())
                        .filter(job -> !job.at("/state").asText().equals("RUNNING")));
        if (!done.at("/state").asText().equals("APPLIED")) {
            throw new StoryFailed("the roster was not applied: " + done);
        }
        world.narrator().seen("applied: " + done.at("/counts"));
    }

    private void coordinator(String admin, String username) {
        world.as(admin)
                .create("/api/v1/roster/grants", Map.of("username", username, "role", "coordinator"))
                .expect(201, 409);
    }
}
