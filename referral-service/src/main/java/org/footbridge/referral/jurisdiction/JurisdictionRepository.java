package org.footbridge.referral.jurisdiction;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class JurisdictionRepository implements PanacheRepositoryBase<JurisdictionRuleSet, Integer> {
    /** Visits at the agency that the minor let have the record, from the day of the signature on. */
    private static final String USED = """
            select 'PART2' = any(c.scope), min(c.signed_on), count(distinct a.id)
            from referral r join consent c on c.tenant_id = r.tenant_id and c.referral_id = r.id
            left join placement p on p.referral_id = r.id and p.agency_id = c.recipient_agency_id
            left join appointment a on a.placement_id = p.id and a.state = 'KEPT' and a.starts_at >= c.signed_on
            where r.tenant_id = :tenant and r.student_id = :student and c.signer_role = 'MINOR'
            group by 1
            """;

    /** What has come of a student's own consents, by topic: consents that name PART2 are about substance use. */
    Uni<Map<Topic, Usage>> used(UUID tenant, UUID student) {
        return getSession()
                .chain(session -> session.createNativeQuery(USED, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("student", student)
                        .getResultList())
                .map(JurisdictionRepository::byTopic);
    }

    private static Map<Topic, Usage> byTopic(List<Object[]> rows) {
        Map<Topic, Usage> used = new EnumMap<>(Topic.class);
        for (Object[] row : rows) {
            Usage usage = new Usage(((Number) row[2]).intValue(), (LocalDate) row[1]);
            List<Topic> topics = (Boolean) row[0] ? List.of(Topic.SUD) : List.of(Topic.OUTPATIENT_MH, Topic.CRISIS);
            topics.forEach(topic -> used.put(topic, usage));
        }
        return used;
    }
}
