package org.footbridge.referral.student;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.roster.Grades;
import org.footbridge.referral.roster.Names;

/** Finds students by schools and beginnings of names, in the order of their names. */
@ApplicationScoped
class StudentSearch {
    /** Each word must begin some part of a name. Row-level security would keep a trigram index out of this anyway. */
    private static final String PAGE = """
            select p.id, p.sourced_id, p.given_name, p.family_name, p.preferred_given_name, p.preferred_family_name,
                   array_to_string(p.grades, ','), p.enabled, p.family_key, p.given_key, at.schools
            from person p cross join lateral (
                select string_agg(distinct cast(r.school_id as text), ',') as schools from person_role r
                where r.tenant_id = :tenant and r.person_id = p.id and r.role = 'student'
                  and r.school_id = any(cast(:schools as uuid[]))
                  and (r.begins_on is null or r.begins_on <= :today) and (r.ends_on is null or r.ends_on >= :today)
            ) at
            where p.tenant_id = :tenant and p.is_student and p.state = 'ACTIVE' and at.schools is not null
              and (p.family_key, p.given_key, p.id) > (:family, :given, :after)
              and not exists (
                  select 1 from unnest(cast(:words as text[])) as w(word)
                  where position(' ' || w.word in
                      ' ' || concat_ws(' ', p.family_key, p.given_key, p.preferred_key)) = 0)
            order by p.family_key, p.given_key, p.id
            limit :size
            """;

    /** Where a page begins: behind this student. */
    record Position(String familyKey, String givenKey, UUID id) {
        static final Position START = new Position("", "", new UUID(0, 0));
    }

    record Found(StudentItem student, Position position) {}

    record Query(UUID tenant, Set<UUID> schools, String words, LocalDate today, Position after, int size) {}

    Uni<List<Found>> find(Query query) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("tenant", query.tenant())
                        .setParameter("schools", query.schools().toArray(UUID[]::new))
                        .setParameter("today", query.today())
                        .setParameter("family", query.after().familyKey())
                        .setParameter("given", query.after().givenKey())
                        .setParameter("after", query.after().id())
                        .setParameter("words", words(query.words()))
                        .setParameter("size", query.size())
                        .getResultList())
                .map(rows -> rows.stream().map(StudentSearch::found).toList());
    }

    private static String[] words(String text) {
        return text == null || text.isBlank()
                ? new String[0]
                : Arrays.stream(Names.fold(text).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new);
    }

    private static Found found(Object[] row) {
        StudentItem student = new StudentItem(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                Grades.of((String) row[6]),
                Arrays.stream(((String) row[10]).split(","))
                        .map(UUID::fromString)
                        .toList(),
                (Boolean) row[7]);
        return new Found(student, new Position((String) row[8], (String) row[9], student.id()));
    }
}
