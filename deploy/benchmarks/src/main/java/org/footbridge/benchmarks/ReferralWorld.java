package org.footbridge.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.benchmarks.ReferralRival.Account;
import org.footbridge.benchmarks.ReferralWalk.Pupil;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;
import org.footbridge.local.demo.Api;
import org.footbridge.local.demo.World;

/** Finds in the seeded data who takes part, and gives the agency's service room. */
final class ReferralWorld {
    private static final int PUPILS = 200;
    private static final int OF_AGE = 18;

    private static final String CAST = """
            select s.id, r.school_id from provider_service s, person p
            join person_role r on r.tenant_id = p.tenant_id and r.person_id = p.id and r.role = 'teacher'
            where s.organization_id = ? and s.active and p.tenant_id = ? and p.username = ? order by s.id limit 1
            """;

    private static final String ACCOUNT = """
            select l.issuer, l.subject from account_link l join person p on p.tenant_id = l.tenant_id and p.id = l.person_id
            where l.tenant_id = ? and p.username = ?
            """;

    private final Stack stack;
    private final World world;
    private final Place place;

    /** Where the educator refers from, and the service that is referred to. */
    private record Place(UUID service, UUID school) {}

    ReferralWorld(Stack stack, World world) throws SQLException {
        this.stack = stack;
        this.world = world;
        this.place = find();
    }

    /** Once everybody has called through the gateway: only then is the account linked. */
    ReferralRival.Cast cast() throws SQLException {
        try (Connection connection = stack.database(Part.REFERRAL).connectAsSuperuser()) {
            return new ReferralRival.Cast(
                    UUID.fromString(World.DISTRICT),
                    UUID.fromString(World.AGENCY),
                    place.service(),
                    account(connection, World.EDUCATOR),
                    account(connection, World.COORDINATOR),
                    place.school());
        }
    }

    String service() {
        return place.service().toString();
    }

    /** Students of the educator's school, each with a guardian who may sign. */
    List<Pupil> prepare() {
        Api agency = world.as(World.AGENCY_STAFF);
        String capacity = "/api/v1/directory/services/" + service() + "/capacity";
        agency.put(
                        capacity,
                        Map.of("status", "HAS_CAPACITY", "available", 500, "waitDays", 0),
                        agency.get(capacity).expect(200).etag())
                .expect(200);
        JsonNode page = world.as(World.EDUCATOR)
                .get("/api/v1/students?limit=" + PUPILS)
                .expect(200)
                .body();
        List<Pupil> pupils = new ArrayList<>();
        for (JsonNode student : page.at("/items")) {
            String id = student.at("/id").asText();
            JsonNode detail = world.as(World.COORDINATOR)
                    .get("/api/v1/students/" + id)
                    .expect(200)
                    .body();
            JsonNode guardian = detail.at("/guardians/0/id");
            if (!guardian.isMissingNode() && isMinor(detail)) {
                pupils.add(new Pupil(id, guardian.asText()));
            }
        }
        if (pupils.isEmpty()) {
            throw new IllegalStateException("the seed has no student at the educator's school");
        }
        return pupils;
    }

    /** From 18 on only the student may sign. */
    private static boolean isMinor(JsonNode student) {
        return LocalDate.parse(student.at("/birthDate").asText())
                .isAfter(LocalDate.now(World.ZONE).minusYears(OF_AGE));
    }

    private static Account account(Connection connection, String username) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACCOUNT)) {
            statement.setObject(1, UUID.fromString(World.DISTRICT));
            statement.setString(2, username);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no account is linked to " + username);
                }
                return new Account(row.getString(1), row.getString(2));
            }
        }
    }

    private Place find() throws SQLException {
        try (Connection connection = stack.database(Part.REFERRAL).connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(CAST)) {
            statement.setObject(1, UUID.fromString(World.AGENCY));
            statement.setObject(2, UUID.fromString(World.DISTRICT));
            statement.setString(3, World.EDUCATOR);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("the seed lacks the demo's educator or agency");
                }
                return new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
            }
        }
    }
}
