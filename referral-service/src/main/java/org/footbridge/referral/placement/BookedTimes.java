package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The times of students and of an agency's staff that are taken. A constraint of the database keeps two bookings apart that are
 * made at once, also at agencies that know nothing of each other: each learns only that the time is taken.
 */
@ApplicationScoped
public class BookedTimes {
    private static final String OVERLAP = "23P01";
    private static final String HOLD = """
            insert into booked_time (appointment_id, party, tenant_id, agency_id, during)
            values (cast(:appointment as uuid), :party, cast(:tenant as uuid), cast(:agency as uuid),
                    tstzrange(cast(:from as timestamptz), cast(:until as timestamptz)))
            """;
    private static final String DURING = """
            select cast(floor(extract(epoch from lower(during))) as bigint),
                   cast(ceil(extract(epoch from upper(during))) as bigint)
            from booked_time
            where party in (:student, :staff)
              and during && tstzrange(cast(:from as timestamptz), cast(:until as timestamptz))
            """;

    /** A time that is taken. */
    public record Taken(Instant from, Instant until) {}

    /**
     * Takes the time of a visit; 409 where it is taken. What lies in the past took place, and is never refused.
     *
     * @param student of the placement's referral: agencies never see this id
     */
    public Uni<Void> hold(UUID student, Appointment visit, Instant now) {
        if (!visit.startsAt().isAfter(now)) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> held = hold(ofStudent(student), null, visit, SchedulingProblem.STUDENT_BUSY);
        return visit.staff() == null
                ? held
                : held.chain(() -> hold(
                        ofStaff(visit.agencyId(), visit.staff()),
                        visit.agencyId(),
                        visit,
                        SchedulingProblem.STAFF_BUSY));
    }

    private static Uni<Void> hold(String party, UUID agency, Appointment visit, SchedulingProblem taken) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOLD)
                        .setParameter("appointment", visit.id().toString())
                        .setParameter("party", party)
                        .setParameter("tenant", visit.tenantId().toString())
                        .setParameter("agency", agency == null ? null : agency.toString())
                        .setParameter("from", visit.startsAt())
                        .setParameter("until", visit.startsAt().plus(Duration.ofMinutes(visit.durationMinutes())))
                        .executeUpdate())
                .onFailure(BookedTimes::isOverlap)
                .transform(failure -> taken.because("Choose another time."))
                .replaceWithVoid();
    }

    /**
     * What is taken of the placement's student and of that staff.
     *
     * @param staff the agency's code, {@code null} where nobody was named
     */
    public Uni<List<Taken>> during(Party party, String staff, Instant from, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DURING, Object[].class)
                        .setParameter(
                                "student", ofStudent(party.file().referral().studentId()))
                        .setParameter("staff", ofStaff(party.placement().agencyId(), staff))
                        .setParameter("from", from)
                        .setParameter("until", until)
                        .getResultList())
                .map(rows -> rows.stream().map(BookedTimes::taken).toList());
    }

    private static Taken taken(Object[] row) {
        return new Taken(
                Instant.ofEpochSecond(((Number) row[0]).longValue()),
                Instant.ofEpochSecond(((Number) row[1]).longValue()));
    }

    private static String ofStudent(UUID student) {
        return "student:" + student;
    }

    private static String ofStaff(UUID agency, String code) {
        return "staff:" + agency + ":" + (code == null ? "" : code);
    }

    private static boolean isOverlap(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException refused && OVERLAP.equals(refused.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
