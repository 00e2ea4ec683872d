package org.footbridge.directory.truth;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class VerificationRepository {
    private static final String READ =
            "select verified_at, verified_by, requested_at, version from service_verifications where service_id = :id";

    /** None of the rows where the version is another by now. */
    private static final String VERIFY = """
            with written as (
              insert into service_verifications as v (service_id, verified_at, verified_by, version)
              values (:id, :now, :by, 1)
              on conflict (service_id) do update
                set verified_at = excluded.verified_at, verified_by = excluded.verified_by, version = v.version + 1
                where v.version = :version
              returning service_id)
            select service_id from written
            """;

    /** The day stands in the record itself, where HSDS readers look for it. */
    private static final String ASSURE = """
            update services
            set pinned = pinned || jsonb_build_object('assured_date', cast(:day as text)),
                document = document || jsonb_build_object('assured_date', cast(:day as text)),
                last_modified = :now
            where id = :id
            """;

    /** Services that nobody has confirmed for too long, and whose agency was not asked lately. */
    private static final String DUE = """
            with due as (
              select s.id from services s join organizations o on o.id = s.organization_id
              left join service_verifications v on v.service_id = s.id
              where s.status = 'active' and o.kind = 'agency' and nearest_participating(o.id) is not null
                and (v.verified_at is null or v.verified_at < :stale)
                and (v.requested_at is null or v.requested_at < :asked)
              order by s.id limit :size),
            written as (
              insert into service_verifications as v (service_id, requested_at)
              select id, cast(:now as timestamptz) from due
              on conflict (service_id) do update set requested_at = excluded.requested_at
              returning service_id)
            select service_id from written
            """;

    Uni<Verification> read(UUID service, Duration freshFor, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READ, Object[].class)
                        .setParameter("id", service)
                        .getResultList())
                .map(rows -> rows.isEmpty()
                        ? new Verification(service, null, null, true, null, null, 0)
                        : verification(service, rows.getFirst(), freshFor, now));
    }

    Uni<Boolean> verify(UUID service, String by, long version, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VERIFY, UUID.class)
                        .setParameter("id", service)
                        .setParameter("now", now)
                        .setParameter("by", by)
                        .setParameter("version", version)
                        .getResultList())
                .map(rows -> !rows.isEmpty());
    }

    Uni<Void> assure(UUID service, String day, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ASSURE)
                        .setParameter("id", service)
                        .setParameter("day", day)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Notes the next ones as asked, and tells which they are. */
    Uni<List<UUID>> ask(Instant stale, Instant asked, Instant now, int size) {
        return Panache.getSession().chain(session -> session.createNativeQuery(DUE, UUID.class)
                .setParameter("stale", stale)
                .setParameter("asked", asked)
                .setParameter("now", now)
                .setParameter("size", size)
                .getResultList());
    }

    private static Verification verification(UUID service, Object[] row, Duration freshFor, Instant now) {
        Instant verified = instant(row[0]);
        Instant due = verified == null ? null : verified.plus(freshFor);
        return new Verification(
                service,
                verified,
                (String) row[1],
                due == null || due.isBefore(now),
                due,
                instant(row[2]),
                ((Number) row[3]).longValue());
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }
}
