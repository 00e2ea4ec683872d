package org.footbridge.referral.roster;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.StaffChanged;
import org.footbridge.common.messaging.outbox.Outbox;

/**
 * Publishes what changed for members of staff: compare before and after, so that the same import or grant twice says nothing
 * the second time, whatever caused a change.
 */
@ApplicationScoped
public class StaffChanges {
    private static final String STAFF = """
            select p.id, p.state = 'ACTIVE' and p.enabled, a.role, a.school_id
            from person p left join (
                select r.person_id, case when r.role = 'counselor' then 'counselor' else 'educator' end as role, r.school_id
                from person_role r join school s on s.tenant_id = r.tenant_id and s.id = r.school_id
                where r.tenant_id = :tenant and s.state = 'ACTIVE'
                  and r.role in ('teacher', 'aide', 'principal', 'proctor', 'siteAdministrator', 'counselor')
                  and (r.begins_on is null or r.begins_on <= :today) and (r.ends_on is null or r.ends_on >= :today)
                union
                select person_id, role, school_id from staff_grant where tenant_id = :tenant
            ) a on a.person_id = p.id
            where p.tenant_id = :tenant and (p.is_staff or a.role is not null)
              and (cast(:only as uuid) is null or p.id = cast(:only as uuid))
            order by p.id, a.role, a.school_id
            """;

    private final Outbox outbox;
    private final Clock clock;

    StaffChanges(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who may do what as the running transaction sees it, by person. */
    public record Snapshot(UUID tenant, LocalDate today, UUID only, Map<UUID, StaffChanged> staff) {}

    /** @param only one person, or {@code null} for the whole district */
    public Uni<Snapshot> snapshot(UUID tenant, LocalDate today, UUID only) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STAFF, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("today", today)
                        .setParameter("only", only == null ? null : only.toString())
                        .getResultList())
                .map(rows -> new Snapshot(tenant, today, only, byPerson(rows)));
    }

    /** Publishes roster.staff_changed for everybody who is not as before. */
    public Uni<Void> publishSince(Snapshot before) {
        return snapshot(before.tenant(), before.today(), before.only())
                .map(after -> events(before, after))
                .chain(events -> Multi.createFrom()
                        .iterable(events)
                        .onItem()
                        .transformToUniAndConcatenate(outbox::publish)
                        .collect()
                        .last());
    }

    private List<Event> events(Snapshot before, Snapshot after) {
        Map<UUID, StaffChanged> changed = new LinkedHashMap<>(after.staff());
        changed.values().removeAll(before.staff().values());
        before.staff().keySet().stream()
                .filter(person -> !after.staff().containsKey(person))
                .forEach(person -> changed.put(person, new StaffChanged(person, false, List.of())));
        return changed.values().stream()
                .map(payload -> Event.of(
                        EventType.STAFF_CHANGED, payload.personId(), clock.instant(), after.tenant(), null, payload))
                .toList();
    }

    private static Map<UUID, StaffChanged> byPerson(List<Object[]> rows) {
        Map<UUID, StaffChanged> staff = new LinkedHashMap<>();
        for (Object[] row : rows) {
            UUID person = (UUID) row[0];
            boolean active = (Boolean) row[1];
            StaffChanged entry = staff.computeIfAbsent(person, id -> new StaffChanged(id, active, new ArrayList<>()));
            if (active && row[2] != null) {
                entry.assignments().add(new StaffChanged.Assignment((String) row[2], (UUID) row[3]));
            }
        }
        return staff;
    }
}
