package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What whoever referred may know of visits: those at agencies that a live consent lets tell the school anything (FEEDBACK). */
@ApplicationScoped
public class Attendance {
    /** A guardian's signature counts until the 18th birthday, as everywhere. */
    private static final String TOLD = """
            select p.referral_id, min(p.first_kept_at) from placement p
            join consent c on c.tenant_id = p.tenant_id and c.referral_id = p.referral_id
                and c.recipient_agency_id = p.agency_id
            join person s on s.tenant_id = c.tenant_id and s.id = c.student_id
            where p.tenant_id = :tenant and p.referral_id = any(cast(:ids as uuid[])) and not p.in_school
              and 'FEEDBACK' = any(c.scope) and c.revoked_at is null and c.expires_on >= :today
              and (c.signer_role <> 'GUARDIAN' or s.birth_date is null
                   or s.birth_date + interval '18 years' > cast(:today as date))
            group by p.referral_id
            """;

    /** Of referrals that may be told of, with the first visit, {@code null} where there was none. */
    public record Told(Map<UUID, Instant> firstVisits) {
        public static final Told NOTHING = new Told(Map.of());

        boolean of(Referral referral) {
            return firstVisits.containsKey(referral.id());
        }

        Instant firstVisit(Referral referral) {
            return firstVisits.get(referral.id());
        }
    }

    public Uni<Told> told(UUID tenant, Collection<UUID> referrals, LocalDate today) {
        return referrals.isEmpty()
                ? Uni.createFrom().item(Told.NOTHING)
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(TOLD, Object[].class)
                                .setParameter("tenant", tenant)
                                .setParameter("ids", referrals.toArray(UUID[]::new))
                                .setParameter("today", today)
                                .getResultList())
                        .map(Attendance::byReferral);
    }

    private static Told byReferral(List<Object[]> rows) {
        Map<UUID, Instant> visits = new HashMap<>();
        rows.forEach(row -> visits.put((UUID) row[0], row[1] == null ? null : ((OffsetDateTime) row[1]).toInstant()));
        return new Told(visits);
    }
}
