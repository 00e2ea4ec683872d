package org.footbridge.referral.roster.imports;

import static org.footbridge.referral.roster.imports.Batches.column;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.roster.imports.ImportCounts.Change;
import org.footbridge.referral.roster.imports.RosterImage.PersonRow;

/** Brings the people to what a package says. Who is absent from it is withdrawn and kept: open referrals go on. */
@ApplicationScoped
class PeopleWriter {
    /** A birth date that is known is not lost because the school system does not tell it. */
    private static final String UPSERT = """
            with written as (
                insert into person as p (id, tenant_id, sourced_id, username, given_name, family_name,
                    preferred_given_name, preferred_family_name, given_key, family_key, preferred_key, grades,
                    email, phone, sms, birth_date, enabled, is_student, is_staff, is_guardian, state, changed_at)
                select uuidv7(), :tenant, w.sourced_id, w.username, w.given_name, w.family_name,
                    w.preferred_given_name, w.preferred_family_name, w.given_key, w.family_key, w.preferred_key,
                    string_to_array(w.grades, ','), w.email, w.phone, w.sms, cast(w.birth_date as date),
                    cast(w.enabled as boolean), cast(w.is_student as boolean), cast(w.is_staff as boolean),
                    cast(w.is_guardian as boolean), 'ACTIVE', :now
                from unnest(cast(:ids as text[]), cast(:usernames as text[]), cast(:given as text[]),
                    cast(:family as text[]), cast(:preferredGiven as text[]), cast(:preferredFamily as text[]),
                    cast(:givenKeys as text[]), cast(:familyKeys as text[]), cast(:preferredKeys as text[]),
                    cast(:grades as text[]), cast(:emails as text[]), cast(:phones as text[]), cast(:sms as text[]),
                    cast(:birthDates as text[]), cast(:enabled as text[]), cast(:students as text[]),
                    cast(:staff as text[]), cast(:guardians as text[]))
                  as w(sourced_id, username, given_name, family_name, preferred_given_name, preferred_family_name,
                    given_key, family_key, preferred_key, grades, email, phone, sms, birth_date, enabled, is_student,
                    is_staff, is_guardian)
                on conflict (tenant_id, sourced_id) do update
                set username = excluded.username, given_name = excluded.given_name, family_name = excluded.family_name,
                    preferred_given_name = excluded.preferred_given_name,
                    preferred_family_name = excluded.preferred_family_name, given_key = excluded.given_key,
                    family_key = excluded.family_key, preferred_key = excluded.preferred_key, grades = excluded.grades,
                    email = excluded.email, phone = excluded.phone, sms = excluded.sms,
                    birth_date = coalesce(excluded.birth_date, p.birth_date), enabled = excluded.enabled,
                    is_student = excluded.is_student, is_staff = excluded.is_staff, is_guardian = excluded.is_guardian,
                    state = excluded.state, changed_at = excluded.changed_at
                where (p.username, p.given_name, p.family_name, p.preferred_given_name, p.preferred_family_name,
                    p.given_key, p.family_key, p.preferred_key, p.grades, p.email, p.phone, p.sms, p.birth_date,
                    p.enabled, p.is_student, p.is_staff, p.is_guardian, p.state)
                  is distinct from (excluded.username, excluded.given_name, excluded.family_name,
                    excluded.preferred_given_name, excluded.preferred_family_name, excluded.given_key,
                    excluded.family_key, excluded.preferred_key, excluded.grades, excluded.email, excluded.phone,
                    excluded.sms, coalesce(excluded.birth_date, p.birth_date), excluded.enabled, excluded.is_student,
                    excluded.is_staff, excluded.is_guardian, excluded.state)
                returning new.is_student, new.is_staff, new.is_guardian, old.id is null as added
            )
            select count(*) filter (where is_student and added), count(*) filter (where is_student and not added),
                   count(*) filter (where is_staff and added), count(*) filter (where is_staff and not added),
                   count(*) filter (where is_guardian and added), count(*) filter (where is_guardian and not added)
            from written
            """;

    private static final String WITHDRAW = """
            with gone as (
                update person p set state = 'WITHDRAWN', changed_at = :now
                where p.tenant_id = :tenant and p.state = 'ACTIVE'
                  and not exists (select 1 from unnest(cast(:ids as text[])) as w(id) where w.id = p.sourced_id)
                returning p.is_student, p.is_staff, p.is_guardian
            )
            select count(*) filter (where is_student), count(*) filter (where is_staff),
                   count(*) filter (where is_guardian)
            from gone
            """;

    private static final String STUDENTS_TO_GO = """
            select count(*), count(*) filter (where w.id is null)
            from person p left join unnest(cast(:ids as text[])) as w(id) on w.id = p.sourced_id
            where p.tenant_id = :tenant and p.is_student and p.state = 'ACTIVE'
            """;

    private final Clock clock;

    PeopleWriter(Clock clock) {
        this.clock = clock;
    }

    record Changes(Change students, Change staff, Change guardians) {
        static final Changes NONE = new Changes(Change.NONE, Change.NONE, Change.NONE);

        Changes plus(Changes other) {
            return new Changes(students.plus(other.students), staff.plus(other.staff), guardians.plus(other.guardians));
        }
    }

    /** How many students there are, and how many of them the package does not hold. */
    record Shrinking(long students, long gone) {}

    Uni<Shrinking> shrinking(UUID tenant, List<String> studentIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STUDENTS_TO_GO, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", studentIds.toArray(String[]::new))
                        .getSingleResult())
                .map(row -> new Shrinking(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    Uni<Changes> write(UUID tenant, List<PersonRow> people) {
        return Batches.sum(people, batch -> upsert(tenant, batch), Changes.NONE, Changes::plus)
                .chain(written -> withdraw(tenant, people).map(written::plus));
    }

    private Uni<Changes> upsert(UUID tenant, List<PersonRow> rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(UPSERT, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("now", clock.instant())
                        .setParameter("ids", column(rows, PersonRow::sourcedId))
                        .setParameter("usernames", column(rows, PersonRow::username))
                        .setParameter("given", column(rows, PersonRow::givenName))
                        .setParameter("family", column(rows, PersonRow::familyName))
                        .setParameter("preferredGiven", column(rows, PersonRow::preferredGivenName))
                        .setParameter("preferredFamily", column(rows, PersonRow::preferredFamilyName))
                        .setParameter("givenKeys", column(rows, PersonRow::givenKey))
                        .setParameter("familyKeys", column(rows, PersonRow::familyKey))
                        .setParameter("preferredKeys", column(rows, PersonRow::preferredKey))
                        .setParameter("grades", column(rows, PersonRow::grades))
                        .setParameter("emails", column(rows, PersonRow::email))
                        .setParameter("phones", column(rows, PersonRow::phone))
                        .setParameter("sms", column(rows, PersonRow::sms))
                        .setParameter("birthDates", column(rows, PersonRow::birthDate))
                        .setParameter("enabled", column(rows, PersonRow::enabled))
                        .setParameter("students", column(rows, PersonRow::isStudent))
                        .setParameter("staff", column(rows, PersonRow::isStaff))
                        .setParameter("guardians", column(rows, PersonRow::isGuardian))
                        .getSingleResult())
                .map(row -> new Changes(
                        new Change(at(row, 0), at(row, 1), 0),
                        new Change(at(row, 2), at(row, 3), 0),
                        new Change(at(row, 4), at(row, 5), 0)));
    }

    private Uni<Changes> withdraw(UUID tenant, List<PersonRow> people) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHDRAW, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("now", clock.instant())
                        .setParameter("ids", column(people, PersonRow::sourcedId))
                        .getSingleResult())
                .map(row -> new Changes(
                        new Change(0, 0, at(row, 0)), new Change(0, 0, at(row, 1)), new Change(0, 0, at(row, 2))));
    }

    private static int at(Object[] row, int index) {
        return ((Number) row[index]).intValue();
    }
}
