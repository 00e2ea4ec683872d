package org.footbridge.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.footbridge.local.demo.DemoDistrict;
import org.footbridge.local.demo.Patience;
import org.footbridge.local.demo.World;

/** The demo's district with a school full of students, so that many loops can run at once. */
final class BenchWorld {
    static final String SERVICE = "01980000-0000-7000-8000-0000005e0001";

    private static final String SCHOOL = "sch-0480-01";
    private static final int STUDENTS = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final World world;

    BenchWorld(World world) {
        this.world = world;
    }

    /** Sets the district up and returns the ids of its students. */
    List<String> prepare() {
        new DemoDistrict(world).prepare();
        upload(rosterOf(STUDENTS));
        return students();
    }

    private void upload(byte[] zip) {
        var admin = world.as(World.DISTRICT_ADMIN);
        var job = admin.upload("/api/v1/roster/imports?force=true", "application/zip", zip)
                .expect(202);
        JsonNode done = Patience.await(
                "the roster import", PATIENCE, () -> Optional.of(admin.get("/api/v1/roster/imports/" + job.at("/id"))
                                .expect(200)
                                .body())
                        .filter(state -> !state.at("/state").asText().equals("RUNNING")));
        if (!done.at("/state").asText().equals("APPLIED")) {
            throw new IllegalStateException("roster not applied: " + done);
        }
    }

    private List<String> students() {
        List<String> ids = new ArrayList<>();
        String path = "/api/v1/students?limit=200";
        while (path != null) {
            JsonNode page = world.as(World.COORDINATOR).get(path).expect(200).body();
            page.at("/items").forEach(student -> {
                if (student.at("/sourcedId").asText().startsWith("stu-b")) {
                    ids.add(student.at("/id").asText());
                }
            });
            String next = page.path("next").asText("");
            path = next.isEmpty() ? null : "/api/v1/students?limit=200&cursor=" + next;
        }
        return ids;
    }

    private static byte[] rosterOf(int students) {
        StringBuilder users = new StringBuilder(
                "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,"
                        + "email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,"
                        + "preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n");
        StringBuilder roles =
                new StringBuilder("sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,"
                        + "endDate,orgSourcedId,userProfileSourcedId\n");
        staff(users, roles, "stf-9001", "Dana,Whitfield", "districtAdministrator", "lea-0480");
        staff(users, roles, "stf-9002", "Robin,O'Neil", "counselor", SCHOOL);
        staff(users, roles, "stf-9003", "Lee,Park", "teacher", SCHOOL);
        for (int i = 0; i < students; i++) {
            person(users, "gdn-b" + i, "Guardian" + i + ",Family" + i, "gdn-b" + i + "@example.org", "", "", SCHOOL);
            role(roles, "gdn-b" + i, "guardian", SCHOOL);
            person(users, "stu-b" + i, "Student" + i + ",Family" + i, "", "gdn-b" + i, "05", SCHOOL);
            role(roles, "stu-b" + i, "student", SCHOOL);
        }
        String orgs = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
                + "lea-0480,,,Prairie View Unified School District,district,0480,\n"
                + "sch-0480-01,,,Prairie View Elementary,school,0480-01,lea-0480\n"
                + "sch-0480-02,,,Prairie View High School,school,0480-02,lea-0480\n";
        return zip(orgs, users.toString(), roles.toString());
    }

    private static void staff(
            StringBuilder users, StringBuilder roles, String id, String name, String role, String org) {
        person(users, id, name, id + "@example.edu", "", "", org);
        role(roles, id, role, org);
    }

    private static void person(
            StringBuilder users, String id, String name, String email, String agents, String grade, String org) {
        users.append("%s,,,true,%s@example.edu,,%s,,,%s,,,%s,%s,,,,,,%s,\n"
                .formatted(id, id, name, email, agents, grade, org));
    }

    private static void role(StringBuilder roles, String user, String role, String org) {
        roles.append("rol-%s,,,%s,primary,%s,,,%s,\n".formatted(user, user, role, org));
    }

    private static byte[] zip(String orgs, String users, String roles) {
        List<String> all = List.of(
                "academicSessions",
                "categories",
                "classes",
                "classResources",
                "courses",
                "courseResources",
                "demographics",
                "enrollments",
                "lineItemLearningObjectiveIds",
                "lineItems",
                "lineItemScoreScales",
                "orgs",
                "resources",
                "resultLearningObjectiveIds",
                "results",
                "resultScoreScales",
                "roles",
                "scoreScales",
                "userProfiles",
                "userResources",
                "users");
        StringBuilder manifest = new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
        all.forEach(file -> manifest.append(
                "file.%s,%s%n".formatted(file, List.of("orgs", "users", "roles").contains(file) ? "bulk" : "absent")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "manifest", manifest.toString());
            add(zip, "orgs", orgs);
            add(zip, "users", users);
            add(zip, "roles", roles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".csv"));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
