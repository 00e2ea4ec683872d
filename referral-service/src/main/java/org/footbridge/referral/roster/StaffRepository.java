package org.footbridge.referral.roster;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class StaffRepository {
    /** What the roster may grant (decision 11), what only a grant gives, and what somebody who is away has lent, the first who did. */
    private static final String ASSIGNMENTS = """
            select case when r.role = 'counselor' then 'counselor' else 'educator' end, s.id, cast(null as uuid)
            from person_role r join school s on s.tenant_id = r.tenant_id and s.id = r.school_id
            where r.tenant_id = :tenant and r.person_id = :person
              and r.role in ('teacher', 'aide', 'principal', 'proctor', 'siteAdministrator', 'counselor')
              and s.state = 'ACTIVE'
              and (r.begins_on is null or r.begins_on <= :today) and (r.ends_on is null or r.ends_on >= :today)
            union
            select g.role, s.id, null
            from staff_grant g join school s on s.tenant_id = g.tenant_id and (g.school_id is null or g.school_id = s.id)
            where g.tenant_id = :tenant and g.person_id = :person
            union
            (select distinct on (s.id) 'delegate', s.id, d.from_person_id
            from delegation d
            join staff_grant g on g.tenant_id = d.tenant_id and g.person_id = d.from_person_id and g.role = 'coordinator'
            join person p on p.tenant_id = d.tenant_id and p.id = d.from_person_id and p.state = 'ACTIVE' and p.enabled
            join school s on s.tenant_id = d.tenant_id and (d.school_id is null or d.school_id = s.id)
                and (g.school_id is null or g.school_id = s.id)
            where d.tenant_id = :tenant and d.to_person_id = :person and d.revoked_at is null
              and :today between d.begins_on and d.ends_on
            order by s.id, d.created_at, d.id)
            """;

    private static final String NAME =
            "coalesce(p.preferred_given_name, p.given_name) || ' ' || coalesce(p.preferred_family_name, p.family_name)";

    private static final String PEOPLE = "select p.id, " + NAME + ", p.email, coalesce(p.phone, p.sms) from person p"
            + " where p.tenant_id = :tenant and p.id = any(cast(:ids as uuid[]))";

    private static final String COORDINATORS = "select p.id, " + NAME + ", p.email, coalesce(p.phone, p.sms)" + """
             from staff_grant g join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
            where g.tenant_id = :tenant and g.role = 'coordinator' and (g.school_id is null or g.school_id = :school)
              and p.state = 'ACTIVE' and p.enabled
            order by g.school_id is null, g.created_at, g.id
            """;

    private static final String DISTRICT_COORDINATORS =
            "select p.id, " + NAME + ", p.email, coalesce(p.phone, p.sms)" + """
             from staff_grant g join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
            where g.tenant_id = :tenant and g.role = 'coordinator' and g.school_id is null
              and p.state = 'ACTIVE' and p.enabled
            order by g.created_at, g.id
            """;

    private static final String STAND_INS = "select p.id, " + NAME + ", p.email, coalesce(p.phone, p.sms)" + """
             from delegation d join person p on p.tenant_id = d.tenant_id and p.id = d.to_person_id
            where d.tenant_id = :tenant and d.from_person_id = any(cast(:absent as uuid[])) and d.revoked_at is null
              and (d.school_id is null or d.school_id = :school) and :today between d.begins_on and d.ends_on
              and p.state = 'ACTIVE' and p.enabled
            order by d.created_at, d.id
            """;

    /**
     * Where somebody may act.
     *
     * @param schools by role of ours
     * @param lent schools of others who are away, with whose they are
     */
    record Assignments(Map<String, Set<UUID>> schools, Map<UUID, UUID> lent) {
        Set<UUID> of(String role) {
            return schools.getOrDefault(role, Set.of());
        }
    }

    Uni<Assignments> assignments(UUID tenant, UUID person, LocalDate today) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ASSIGNMENTS, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("person", person)
                        .setParameter("today", today)
                        .getResultList())
                .map(StaffRepository::assignments);
    }

    Uni<Map<UUID, Person>> people(UUID tenant, Set<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PEOPLE, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(StaffRepository::person)
                        .collect(Collectors.toMap(Person::id, person -> person)));
    }

    Uni<List<Person>> coordinators(UUID tenant, UUID school) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COORDINATORS, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("school", school)
                        .getResultList())
                .map(rows ->
                        rows.stream().map(StaffRepository::person).distinct().toList());
    }

    Uni<Set<UUID>> among(UUID tenant, Set<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select id from person where tenant_id = :tenant and id = any(cast(:ids as uuid[]))
                                  and is_staff and state = 'ACTIVE' and enabled
                                """, UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList())
                .map(Set::copyOf);
    }

    Uni<List<Person>> districtCoordinators(UUID tenant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DISTRICT_COORDINATORS, Object[].class)
                        .setParameter("tenant", tenant)
                        .getResultList())
                .map(rows -> rows.stream().map(StaffRepository::person).toList());
    }

    /** Who stands in at a school, on that day, for one of these people. */
    Uni<List<Person>> standIns(UUID tenant, UUID school, Set<UUID> absent, LocalDate today) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STAND_INS, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("school", school)
                        .setParameter("absent", absent.toArray(UUID[]::new))
                        .setParameter("today", today)
                        .getResultList())
                .map(rows -> rows.stream().map(StaffRepository::person).toList());
    }

    private static Assignments assignments(List<Object[]> rows) {
        Map<String, Set<UUID>> schools = new HashMap<>();
        Map<UUID, UUID> lent = new HashMap<>();
        for (Object[] row : rows) {
            if (row[2] == null) {
                schools.computeIfAbsent((String) row[0], role -> new HashSet<>())
                        .add((UUID) row[1]);
            } else {
                lent.put((UUID) row[1], (UUID) row[2]);
            }
        }
        return new Assignments(schools, lent);
    }

    private static Person person(Object[] row) {
        return new Person((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]);
    }
}
