package org.footbridge.referral.roster;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class StudentRepository {
    /** A row for each school of today, the primary one first; one without a school where there is none. */
    private static final String STUDENT = """
            select p.id, p.sourced_id, p.given_name, p.family_name, p.preferred_given_name, p.preferred_family_name,
                   array_to_string(p.grades, ','), p.home_language, p.birth_date, p.enabled, p.state = 'ACTIVE',
                   s.id as school_id, s.name, s.active
            from person p left join lateral (
                select s.id, s.name, s.state = 'ACTIVE' as active, bool_or(r.is_primary) as main
                from person_role r join school s on s.tenant_id = r.tenant_id and s.id = r.school_id
                where r.tenant_id = p.tenant_id and r.person_id = p.id and r.role = 'student'
                  and (r.begins_on is null or r.begins_on <= :today) and (r.ends_on is null or r.ends_on >= :today)
                group by s.id, s.name, s.state
            ) s on true
            where p.tenant_id = :tenant and p.id = :student and p.is_student
            order by s.main desc, s.name, s.id
            """;

    private static final int SCHOOL = 11;

    private static final String GUARDIANS = """
            select p.id, p.given_name, p.family_name, g.relation, p.email, p.phone, p.sms, p.home_language,
                   g.has_rights, g.may_contact
            from guardianship g join person p on p.tenant_id = g.tenant_id and p.id = g.guardian_id
            where g.tenant_id = :tenant and g.student_id = :student and g.active
            order by p.family_key, p.given_key, p.id
            """;

    /** {@code null} where there is none. */
    Uni<Student> find(UUID tenant, UUID student, LocalDate today) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STUDENT, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("student", student)
                        .setParameter("today", today)
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : student(rows.getFirst(), schools(rows)));
    }

    Uni<List<Guardian>> guardians(UUID tenant, UUID student) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GUARDIANS, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("student", student)
                        .getResultList())
                .map(rows -> rows.stream().map(StudentRepository::guardian).toList());
    }

    /** {@code null} where there is none. */
    Uni<School> school(UUID tenant, UUID school) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id, name, state = 'ACTIVE' from school where tenant_id = :tenant and id = :school",
                                Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("school", school)
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : school(rows.getFirst()));
    }

    /** The active schools by name, from behind a name and id. */
    Uni<List<School>> schools(UUID tenant, String afterName, UUID afterId, int size) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select id, name, true from school
                                where tenant_id = :tenant and state = 'ACTIVE'
                                  and (name collate "C", id) > (:name collate "C", :id)
                                order by name collate "C", id limit :size
                                """, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("name", afterName)
                        .setParameter("id", afterId)
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream().map(StudentRepository::school).toList());
    }

    private static List<School> schools(List<Object[]> rows) {
        return rows.stream()
                .filter(row -> row[SCHOOL] != null)
                .map(row -> school(Arrays.copyOfRange(row, SCHOOL, row.length)))
                .toList();
    }

    private static School school(Object[] row) {
        return new School((UUID) row[0], (String) row[1], (Boolean) row[2]);
    }

    private static Student student(Object[] row, List<School> schools) {
        return new Student(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                Grades.of((String) row[6]),
                (String) row[7],
                (LocalDate) row[8],
                (Boolean) row[9],
                (Boolean) row[10],
                schools);
    }

    private static Guardian guardian(Object[] row) {
        return new Guardian(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (Boolean) row[8],
                (Boolean) row[9]);
    }
}
