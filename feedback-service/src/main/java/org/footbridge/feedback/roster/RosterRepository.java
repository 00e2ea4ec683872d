package org.footbridge.feedback.roster;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.events.AccountLinked;
import org.footbridge.common.events.DistrictChanged;
import org.footbridge.common.events.SchoolChanged;
import org.footbridge.common.events.StaffChanged;
import org.footbridge.common.events.StaffChanged.Assignment;

/** Writes what is known of the roster. Each statement lets a repeated or late event pass without effect. */
@ApplicationScoped
public class RosterRepository {
    private static final String PUT_DISTRICT = """
            insert into district_settings as known (tenant_id, sequence, name, zone, minimum_cell)
            values (:tenant, :sequence, :name, :zone, :minimumCell)
            on conflict (tenant_id) do update set
                sequence = excluded.sequence, name = excluded.name, zone = excluded.zone,
                minimum_cell = excluded.minimum_cell
            where known.sequence < excluded.sequence
            """;
    private static final String PUT_SCHOOL = """
            insert into school as known (tenant_id, school_id, sequence, name, active)
            values (:tenant, :school, :sequence, :name, :active)
            on conflict (tenant_id, school_id) do update set
                sequence = excluded.sequence, name = excluded.name, active = excluded.active
            where known.sequence < excluded.sequence
            """;
    private static final String PUT_ACCOUNT = """
            insert into account_link as known (tenant_id, issuer, subject, sequence, person_id)
            values (:tenant, :issuer, :subject, :sequence, :person)
            on conflict (tenant_id, issuer, subject) do update set
                sequence = excluded.sequence, person_id = excluded.person_id
            where known.sequence < excluded.sequence
            """;
    private static final String PUT_STAFF = """
            insert into staff_member as known (tenant_id, person_id, sequence)
            values (:tenant, :person, :sequence)
            on conflict (tenant_id, person_id) do update set sequence = excluded.sequence
            where known.sequence < excluded.sequence
            """;
    private static final String FORGET_ASSIGNMENTS =
            "delete from staff_assignment where tenant_id = :tenant and person_id = :person";
    private static final String PUT_ASSIGNMENT = """
            insert into staff_assignment (tenant_id, person_id, role, school_id)
            values (:tenant, :person, :role, cast(:school as uuid))
            on conflict do nothing
            """;

    Uni<Void> put(UUID tenant, long sequence, DistrictChanged district) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT_DISTRICT)
                        .setParameter("tenant", tenant)
                        .setParameter("sequence", sequence)
                        .setParameter("name", district.name())
                        .setParameter("zone", district.zone())
                        .setParameter("minimumCell", district.minimumCell())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> put(UUID tenant, long sequence, SchoolChanged school) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT_SCHOOL)
                        .setParameter("tenant", tenant)
                        .setParameter("school", school.schoolId())
                        .setParameter("sequence", sequence)
                        .setParameter("name", school.name())
                        .setParameter("active", school.active())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> put(UUID tenant, long sequence, AccountLinked account) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT_ACCOUNT)
                        .setParameter("tenant", tenant)
                        .setParameter("issuer", account.issuer())
                        .setParameter("subject", account.subject())
                        .setParameter("sequence", sequence)
                        .setParameter("person", account.personId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> put(UUID tenant, long sequence, StaffChanged staff) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT_STAFF)
                        .setParameter("tenant", tenant)
                        .setParameter("person", staff.personId())
                        .setParameter("sequence", sequence)
                        .executeUpdate())
                .chain(rows -> rows == 0 ? Uni.createFrom().voidItem() : replaceAssignments(tenant, staff));
    }

    private static Uni<Void> replaceAssignments(UUID tenant, StaffChanged staff) {
        Uni<?> chain = Panache.getSession().chain(session -> session.createNativeQuery(FORGET_ASSIGNMENTS)
                .setParameter("tenant", tenant)
                .setParameter("person", staff.personId())
                .executeUpdate());
        if (staff.active()) {
            for (Assignment assignment : staff.assignments()) {
                chain = chain.chain(() -> assign(tenant, staff.personId(), assignment));
            }
        }
        return chain.replaceWithVoid();
    }

    private static Uni<Integer> assign(UUID tenant, UUID person, Assignment assignment) {
        return Panache.getSession().chain(session -> session.createNativeQuery(PUT_ASSIGNMENT)
                .setParameter("tenant", tenant)
                .setParameter("person", person)
                .setParameter("role", assignment.role())
                .setParameter(
                        "school",
                        assignment.schoolId() == null
                                ? null
                                : assignment.schoolId().toString())
                .executeUpdate());
    }
}
