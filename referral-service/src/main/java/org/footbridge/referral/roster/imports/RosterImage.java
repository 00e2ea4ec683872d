package org.footbridge.referral.roster.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.footbridge.referral.roster.Names;
import org.footbridge.referral.roster.oneroster.RosterPackage;
import org.footbridge.referral.roster.oneroster.Table;

/**
 * What Footbridge keeps of a package without faults: schools, people, roles and guardians. Everything else, passwords and
 * most demographics first, is dropped here.
 */
record RosterImage(
        List<SchoolRow> schools, List<PersonRow> people, List<RoleRow> roles, List<GuardianRow> guardianships) {
    private static final Set<String> STAFF = Set.of(
            "teacher",
            "aide",
            "principal",
            "proctor",
            "siteAdministrator",
            "counselor",
            "districtAdministrator",
            "systemAdministrator");
    private static final Set<String> GUARDIANS = Set.of("guardian", "parent", "relative");

    record SchoolRow(String sourcedId, String name) {}

    /** The kinds follow from the roles; dates and flags as text, in the form of the standard. */
    record PersonRow(
            String sourcedId,
            String username,
            String givenName,
            String familyName,
            String preferredGivenName,
            String preferredFamilyName,
            String grades,
            String email,
            String phone,
            String sms,
            String birthDate,
            String enabled,
            Set<String> roles) {

        String givenKey() {
            return Names.fold(givenName);
        }

        String familyKey() {
            return Names.fold(familyName);
        }

        String preferredKey() {
            return Names.fold(preferredGivenName);
        }

        boolean isStudent() {
            return roles.contains("student");
        }

        boolean isStaff() {
            return roles.stream().anyMatch(STAFF::contains);
        }

        boolean isGuardian() {
            return roles.stream().anyMatch(GUARDIANS::contains);
        }
    }

    /** {@code school} is {@code null} where the role is held above the schools. */
    record RoleRow(
            String sourcedId,
            String person,
            String school,
            String role,
            boolean primary,
            String beginsOn,
            String endsOn) {}

    record GuardianRow(String student, String guardian, String relation) {}

    static RosterImage of(RosterPackage roster, boolean withBirthDates) {
        Map<String, String> schoolOfOrg = schoolOfOrg(roster.table("orgs"));
        Map<String, Set<String>> roles = rolesOfUsers(roster.table("roles"));
        return new RosterImage(
                schools(roster.table("orgs")),
                people(roster.table("users"), roles, withBirthDates ? birthDates(roster) : Map.of()),
                roles(roster.table("roles"), schoolOfOrg),
                guardianships(roster.table("users"), roles));
    }

    List<String> studentIds() {
        return people.stream()
                .filter(PersonRow::isStudent)
                .map(PersonRow::sourcedId)
                .toList();
    }

    private static List<SchoolRow> schools(Table orgs) {
        List<SchoolRow> schools = new ArrayList<>();
        for (int i = 0; i < orgs.size(); i++) {
            if ("school".equals(orgs.cell(i, "type"))) {
                schools.add(new SchoolRow(orgs.cell(i, "sourcedId"), orgs.cell(i, "name")));
            }
        }
        return schools;
    }

    /** A department counts as the school above it; what is above the schools counts as none. */
    private static Map<String, String> schoolOfOrg(Table orgs) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < orgs.size(); i++) {
            rows.put(orgs.cell(i, "sourcedId"), i);
        }
        Map<String, String> schoolOf = new HashMap<>();
        for (String org : rows.keySet()) {
            Set<String> seen = new HashSet<>();
            String at = org;
            while (at != null && seen.add(at) && !"school".equals(orgs.cell(rows.get(at), "type"))) {
                at = orgs.cell(rows.get(at), "parentSourcedId");
            }
            if (at != null && "school".equals(orgs.cell(rows.get(at), "type"))) {
                schoolOf.put(org, at);
            }
        }
        return schoolOf;
    }

    private static Map<String, Set<String>> rolesOfUsers(Table roles) {
        Map<String, Set<String>> byUser = new HashMap<>();
        for (int i = 0; i < roles.size(); i++) {
            byUser.computeIfAbsent(roles.cell(i, "userSourcedId"), user -> new TreeSet<>())
                    .add(roles.cell(i, "role"));
        }
        return byUser;
    }

    private static Map<String, String> birthDates(RosterPackage roster) {
        Table demographics = roster.table("demographics");
        Map<String, String> dates = new HashMap<>();
        for (int i = 0; i < demographics.size(); i++) {
            dates.put(demographics.cell(i, "sourcedId"), demographics.cell(i, "birthDate"));
        }
        return dates;
    }

    /** Birth dates are kept of students only: nothing here needs those of others. */
    private static List<PersonRow> people(Table users, Map<String, Set<String>> roles, Map<String, String> birthDates) {
        List<PersonRow> people = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            String id = users.cell(i, "sourcedId");
            Set<String> held = roles.getOrDefault(id, Set.of());
            people.add(new PersonRow(
                    id,
                    users.cell(i, "username"),
                    users.cell(i, "givenName"),
                    users.cell(i, "familyName"),
                    users.cell(i, "preferredGivenName"),
                    users.cell(i, "preferredFamilyName"),
                    String.join(",", users.list(i, "grades")),
                    users.cell(i, "email"),
                    users.cell(i, "phone"),
                    users.cell(i, "sms"),
                    held.contains("student") ? birthDates.get(id) : null,
                    users.cell(i, "enabledUser"),
                    held));
        }
        return people;
    }

    private static List<RoleRow> roles(Table roles, Map<String, String> schoolOfOrg) {
        List<RoleRow> rows = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            rows.add(new RoleRow(
                    roles.cell(i, "sourcedId"),
                    roles.cell(i, "userSourcedId"),
                    schoolOfOrg.get(roles.cell(i, "orgSourcedId")),
                    roles.cell(i, "role"),
                    "primary".equals(roles.cell(i, "roleType")),
                    roles.cell(i, "beginDate"),
                    roles.cell(i, "endDate")));
        }
        return rows;
    }

    /** The standard lets the link stand on either side; an agent who is an aide and no guardian is none of ours. */
    private static List<GuardianRow> guardianships(Table users, Map<String, Set<String>> roles) {
        Set<GuardianRow> found = new HashSet<>();
        for (int i = 0; i < users.size(); i++) {
            String user = users.cell(i, "sourcedId");
            for (String agent : users.list(i, "agentSourcedIds")) {
                link(user, agent, roles, found);
                link(agent, user, roles, found);
            }
        }
        return List.copyOf(found);
    }

    private static void link(String student, String guardian, Map<String, Set<String>> roles, Set<GuardianRow> found) {
        boolean isStudent = roles.getOrDefault(student, Set.of()).contains("student");
        roles.getOrDefault(guardian, Set.of()).stream()
                .filter(role -> isStudent && GUARDIANS.contains(role))
                .sorted(RosterImage::closestFirst)
                .findFirst()
                .ifPresent(relation -> found.add(new GuardianRow(student, guardian, relation)));
    }

    private static int closestFirst(String a, String b) {
        List<String> order = List.of("guardian", "parent", "relative");
        return Integer.compare(order.indexOf(a), order.indexOf(b));
    }
}
