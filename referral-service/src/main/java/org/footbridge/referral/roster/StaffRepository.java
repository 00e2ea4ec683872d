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
    /** What the roster may grant (decision 11), and what only a grant gives. */
    private static final String ASSIGNMENTS = """
            select case when r.role = 'counselor' then 'counselor' else 'educator' end, s.id
            from person_role r join school s on s.tenant_id = r.tenant_id and s.id = r.school_id
            where r.tenant_id = :tenant and r.person_id = :person
              and r.role in ('teacher', 'aide', 'principal', 'proctor', 'siteAdministrator', 'counselor')
              and s.state = 'ACTIVE'
              and (r.begins_on is null or r.begins_on <= :today) and (r.ends_on is null or r.ends_on >= :today)
            union
            select g.role, s.id
            from staff_grant g join school s on s.tenant_id = g.tenant_id and (g.school_id is null or g.school_id = s.id)
            where g.tenant_id = :tenant and g.person_id = :person
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

    /** Schools by role of ours. */
    Uni<Map<String, Set<UUID>>> assignments(UUID tenant, UUID person, LocalDate today) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ASSIGNMENTS, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("person", person)
                        .setParameter("today", today)
                        .getResultList())
                .map(StaffRepository::byRole);
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

    private static Map<String, Set<UUID>> byRole(List<Object[]> rows) {
        Map<String, Set<UUID>> schools = new HashMap<>();
        rows.forEach(row -> schools.computeIfAbsent((String) row[0], role -> new HashSet<>())
                .add((UUID) row[1]));
        return schools;
    }

    private static Person person(Object[] row) {
        return new Person((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]);
    }
}
