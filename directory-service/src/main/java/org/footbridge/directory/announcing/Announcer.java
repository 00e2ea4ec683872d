package org.footbridge.directory.announcing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.OrganizationChanged;
import org.footbridge.common.events.ServiceChanged;
import org.footbridge.common.messaging.outbox.Outbox;

/** Puts the current facts of changed organizations and services into the outbox, in the transaction that changed them. */
@ApplicationScoped
public class Announcer {
    private static final String ORGANIZATIONS = """
            select id, name, parent_organization_id, kind
            from organizations
            where id in (select cast(x as uuid) from unnest(string_to_array(:ids, ',')) x)
            order by id
            """;
    private static final String SERVICES = """
            select s.id, s.organization_id, s.name, s.status = 'active', s.minimum_age, s.maximum_age,
                   array_to_string(s.languages, ','), array_to_string(s.insurance, ','),
                   c.status, c.available, c.wait_days, c.confirmed_at
            from services s join service_capacities c on c.service_id = s.id
            where s.id in (select cast(x as uuid) from unnest(string_to_array(:ids, ',')) x)
            order by s.id
            """;

    private final Outbox outbox;
    private final Clock clock;

    public Announcer(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One {@code organization_changed} for each id. */
    public Uni<Void> organizationsChanged(Collection<UUID> ids) {
        return rows(ORGANIZATIONS, ids)
                .map(rows -> rows.stream().map(this::organizationChanged).toList())
                .chain(outbox::publish);
    }

    /** One {@code service_changed} for each id, with the capacity of now. */
    public Uni<Void> servicesChanged(Collection<UUID> ids) {
        return rows(SERVICES, ids)
                .map(rows -> rows.stream().map(this::serviceChanged).toList())
                .chain(outbox::publish);
    }

    /** One {@code verification_due} for each id: whoever runs the service is to say whether its entry is right. */
    public Uni<Void> verificationsDue(Collection<UUID> ids) {
        return rows(
                        SERVICES.replace(
                                "c.confirmed_at\n", "c.confirmed_at, nearest_participating(s.organization_id)\n"),
                        ids)
                .map(rows -> rows.stream()
                        .map(row -> service(EventType.VERIFICATION_DUE, (UUID) row[12], row))
                        .toList())
                .chain(outbox::publish);
    }

    private static Uni<List<Object[]>> rows(String query, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession().chain(session -> session.createNativeQuery(query, Object[].class)
                .setParameter("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .getResultList());
    }

    private Event organizationChanged(Object[] row) {
        UUID id = (UUID) row[0];
        OrganizationChanged facts = new OrganizationChanged(id, (String) row[1], (UUID) row[2], (String) row[3], true);
        return Event.of(EventType.ORGANIZATION_CHANGED, id, clock.instant(), null, null, facts);
    }

    private Event serviceChanged(Object[] row) {
        return service(EventType.SERVICE_CHANGED, null, row);
    }

    private Event service(EventType type, UUID agency, Object[] row) {
        UUID id = (UUID) row[0];
        ServiceChanged.Capacity capacity = row[8] == null
                ? null
                : new ServiceChanged.Capacity((String) row[8], (Integer) row[9], (Integer) row[10], instant(row[11]));
        ServiceChanged facts = new ServiceChanged(
                id,
                (UUID) row[1],
                (String) row[2],
                (Boolean) row[3],
                (BigDecimal) row[4],
                (BigDecimal) row[5],
                codes(row[6]),
                codes(row[7]),
                capacity);
        return Event.of(type, id, clock.instant(), null, agency, facts);
    }

    /** Native queries give timestamptz as an offset time. */
    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    private static List<String> codes(Object joined) {
        String text = (String) joined;
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
