package org.footbridge.referral.roster.imports;

import static org.footbridge.referral.roster.imports.Batches.column;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.roster.imports.ImportCounts.Change;
import org.footbridge.referral.roster.imports.RosterImage.GuardianRow;
import org.footbridge.referral.roster.imports.RosterImage.RoleRow;

/** Brings roles and guardians to what a package says. Those of people who have left stay as they were last known. */
@ApplicationScoped
class RelationWriter {
    private static final String ROLES = """
            with written as (
                insert into person_role as r (tenant_id, sourced_id, person_id, school_id, role, is_primary,
                                              begins_on, ends_on)
                select :tenant, w.sourced_id, p.id, s.id, w.role, cast(w.is_primary as boolean),
                       cast(w.begins_on as date), cast(w.ends_on as date)
                from unnest(cast(:ids as text[]), cast(:people as text[]), cast(:schools as text[]),
                            cast(:roles as text[]), cast(:primary as text[]), cast(:begins as text[]),
                            cast(:ends as text[]))
                       as w(sourced_id, person, school, role, is_primary, begins_on, ends_on)
                join person p on p.tenant_id = :tenant and p.sourced_id = w.person
                left join school s on s.tenant_id = :tenant and s.sourced_id = w.school
                on conflict (tenant_id, sourced_id) do update
                set person_id = excluded.person_id, school_id = excluded.school_id, role = excluded.role,
                    is_primary = excluded.is_primary, begins_on = excluded.begins_on, ends_on = excluded.ends_on
                where (r.person_id, r.school_id, r.role, r.is_primary, r.begins_on, r.ends_on)
                  is distinct from (excluded.person_id, excluded.school_id, excluded.role, excluded.is_primary,
                                    excluded.begins_on, excluded.ends_on)
                returning old.person_id is null as added
            )
            select count(*) filter (where added), count(*) filter (where not added), 0 from written
            """;

    private static final String REMOVE_ROLES = """
            with gone as (
                delete from person_role r using person p
                where r.tenant_id = :tenant and p.tenant_id = :tenant and p.id = r.person_id and p.state = 'ACTIVE'
                  and not exists (select 1 from unnest(cast(:ids as text[])) as w(id) where w.id = r.sourced_id)
                returning 1
            )
            select 0, 0, count(*) from gone
            """;

    private static final String GUARDIANSHIPS = """
            with written as (
                insert into guardianship as g (tenant_id, student_id, guardian_id, relation, active)
                select :tenant, s.id, p.id, w.relation, true
                from unnest(cast(:students as text[]), cast(:guardians as text[]), cast(:relations as text[]))
                       as w(student, guardian, relation)
                join person s on s.tenant_id = :tenant and s.sourced_id = w.student
                join person p on p.tenant_id = :tenant and p.sourced_id = w.guardian
                on conflict (tenant_id, student_id, guardian_id) do update
                set relation = excluded.relation, active = true
                where (g.relation, g.active) is distinct from (excluded.relation, true)
                returning old.student_id is null as added
            )
            select count(*) filter (where added), count(*) filter (where not added), 0 from written
            """;

    private static final String END_GUARDIANSHIPS = """
            with gone as (
                update guardianship g set active = false
                from person s, person p
                where g.tenant_id = :tenant and g.active and s.tenant_id = :tenant and s.id = g.student_id
                  and s.state = 'ACTIVE' and p.tenant_id = :tenant and p.id = g.guardian_id
                  and not exists (
                      select 1 from unnest(cast(:students as text[]), cast(:guardians as text[])) as w(student, guardian)
                      where w.student = s.sourced_id and w.guardian = p.sourced_id)
                returning 1
            )
            select 0, 0, count(*) from gone
            """;

    Uni<Change> writeRoles(UUID tenant, List<RoleRow> roles) {
        return Batches.sum(roles, batch -> upsertRoles(tenant, batch), Change.NONE, Change::plus)
                .chain(written -> removeRoles(tenant, roles).map(written::plus));
    }

    Uni<Change> writeGuardianships(UUID tenant, List<GuardianRow> links) {
        return Batches.sum(links, batch -> upsertGuardianships(tenant, batch), Change.NONE, Change::plus)
                .chain(written -> endGuardianships(tenant, links).map(written::plus));
    }

    private Uni<Change> upsertRoles(UUID tenant, List<RoleRow> rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ROLES, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", column(rows, RoleRow::sourcedId))
                        .setParameter("people", column(rows, RoleRow::person))
                        .setParameter("schools", column(rows, RoleRow::school))
                        .setParameter("roles", column(rows, RoleRow::role))
                        .setParameter("primary", column(rows, RoleRow::primary))
                        .setParameter("begins", column(rows, RoleRow::beginsOn))
                        .setParameter("ends", column(rows, RoleRow::endsOn))
                        .getSingleResult())
                .map(RelationWriter::change);
    }

    private Uni<Change> removeRoles(UUID tenant, List<RoleRow> roles) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMOVE_ROLES, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", column(roles, RoleRow::sourcedId))
                        .getSingleResult())
                .map(RelationWriter::change);
    }

    private Uni<Change> upsertGuardianships(UUID tenant, List<GuardianRow> rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GUARDIANSHIPS, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("students", column(rows, GuardianRow::student))
                        .setParameter("guardians", column(rows, GuardianRow::guardian))
                        .setParameter("relations", column(rows, GuardianRow::relation))
                        .getSingleResult())
                .map(RelationWriter::change);
    }

    private Uni<Change> endGuardianships(UUID tenant, List<GuardianRow> rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(END_GUARDIANSHIPS, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("students", column(rows, GuardianRow::student))
                        .setParameter("guardians", column(rows, GuardianRow::guardian))
                        .getSingleResult())
                .map(RelationWriter::change);
    }

    private static Change change(Object[] row) {
        return new Change(((Number) row[0]).intValue(), ((Number) row[1]).intValue(), ((Number) row[2]).intValue());
    }
}
