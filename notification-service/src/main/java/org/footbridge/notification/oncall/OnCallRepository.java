package org.footbridge.notification.oncall;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Copies by school, and the levels of crises that wait. */
@ApplicationScoped
class OnCallRepository {

    /** What is kept of a school; {@code levels} is JSON, {@code null} until they were asked for. */
    record Kept(int level, String levels, String school, String phone) {}

    /** A school whose chain may never have changed. {@code true} where it is new here. */
    Uni<Boolean> know(UUID tenant, UUID school) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into on_call_copy (school_id, tenant_id, sequence) values (:school, :tenant, 0)
                                on conflict do nothing
                                """)
                        .setParameter("school", school)
                        .setParameter("tenant", tenant)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** {@code false} for a change that is older than what is known already. */
    Uni<Boolean> changed(UUID tenant, UUID school, long sequence) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into on_call_copy (school_id, tenant_id, sequence) values (:school, :tenant, :sequence)
                                on conflict (school_id) do update set sequence = excluded.sequence
                                where on_call_copy.sequence < excluded.sequence
                                """)
                        .setParameter("school", school)
                        .setParameter("tenant", tenant)
                        .setParameter("sequence", sequence)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    Uni<Void> store(UUID school, String levels, OnCallClient.Answer answer, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update on_call_copy set levels = :levels, school = :name, phone = :phone, fetched_at = :now
                                where school_id = :school
                                """)
                        .setParameter("levels", levels)
                        .setParameter("name", answer.school())
                        .setParameter("phone", answer.phone())
                        .setParameter("now", now)
                        .setParameter("school", school)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> forget(UUID school) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from on_call_copy where school_id = :school")
                        .setParameter("school", school)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> call(Call call, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into crisis_call (event_id, tenant_id, referral_id, school_id, level, created_at)
                                values (:event, :tenant, :referral, :school, :level, :now) on conflict do nothing
                                """)
                        .setParameter("event", call.event())
                        .setParameter("tenant", call.tenant())
                        .setParameter("referral", call.referral())
                        .setParameter("school", call.school())
                        .setParameter("level", call.level())
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A level of a crisis that somebody is to be told of. */
    record Call(UUID event, UUID tenant, UUID referral, UUID school, int level) {}

    Uni<Void> over(UUID tenant, UUID referral) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from crisis_call where tenant_id = :tenant and referral_id = :referral")
                        .setParameter("tenant", tenant)
                        .setParameter("referral", referral)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** {@code null} where the event is about no crisis that waits, or nothing is kept of its school. */
    Uni<Kept> ofEvent(UUID event) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select waiting.level, copy.levels, copy.school, copy.phone from crisis_call waiting
                                join on_call_copy copy on copy.school_id = waiting.school_id
                                where waiting.event_id = :event and copy.levels is not null
                                """, Object[].class)
                        .setParameter("event", event)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new Kept((Integer) row[0], (String) row[1], (String) row[2], (String) row[3]));
    }
}
