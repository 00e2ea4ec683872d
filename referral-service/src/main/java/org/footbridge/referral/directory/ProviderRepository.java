package org.footbridge.referral.directory;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.OrganizationChanged;
import org.footbridge.common.events.ServiceChanged;

@ApplicationScoped
class ProviderRepository {
    private static final String KEEP_ORGANIZATION = """
            insert into provider_organization as o (id, name, parent_id, kind, active, sequence)
            values (:id, :name, cast(:parent as uuid), :kind, :active, :sequence)
            on conflict (id) do update set name = excluded.name, parent_id = excluded.parent_id, kind = excluded.kind,
                active = excluded.active, sequence = excluded.sequence
            where o.sequence < excluded.sequence
            """;

    /** Numbers and times come as text, because a null has no type that the driver could tell the server. */
    private static final String KEEP_SERVICE = """
            insert into provider_service as s (id, organization_id, name, active, minimum_age, maximum_age, languages,
                insurance, capacity_status, available, wait_days, confirmed_at, sequence)
            values (:id, :organization, :name, :active, cast(cast(:minimum as text) as numeric), cast(cast(:maximum as text) as numeric),
                cast(:languages as text[]), cast(:insurance as text[]), :status, cast(cast(:available as text) as int),
                cast(cast(:wait as text) as int), cast(cast(:confirmed as text) as timestamptz), :sequence)
            on conflict (id) do update set organization_id = excluded.organization_id, name = excluded.name,
                active = excluded.active, minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age,
                languages = excluded.languages, insurance = excluded.insurance,
                capacity_status = excluded.capacity_status, available = excluded.available,
                wait_days = excluded.wait_days, confirmed_at = excluded.confirmed_at, sequence = excluded.sequence
            where s.sequence < excluded.sequence
            """;

    /** Nearest first. The depth ends a chain that somebody closed to a ring. */
    private static final String CHAIN = """
            with recursive chain as (
                select o.id, o.name, o.parent_id, o.active, o.kind, 1 as depth from provider_organization o where o.id = :start
                union all
                select p.id, p.name, p.parent_id, p.active, p.kind, c.depth + 1
                from chain c join provider_organization p on p.id = c.parent_id where c.depth < 20
            )
            select id, name, active, kind from chain order by depth
            """;

    Uni<Void> keep(OrganizationChanged fact, long sequence) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP_ORGANIZATION)
                        .setParameter("id", fact.organizationId())
                        .setParameter("name", fact.name())
                        .setParameter("parent", text(fact.parentOrganizationId()))
                        .setParameter("kind", fact.kind())
                        .setParameter("active", fact.active())
                        .setParameter("sequence", sequence)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> keep(ServiceChanged fact, long sequence) {
        ServiceChanged.Capacity capacity =
                fact.capacity() == null ? new ServiceChanged.Capacity(null, null, null, null) : fact.capacity();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP_SERVICE)
                        .setParameter("id", fact.serviceId())
                        .setParameter("organization", fact.organizationId())
                        .setParameter("name", fact.name())
                        .setParameter("active", fact.active())
                        .setParameter("minimum", text(fact.minimumAge()))
                        .setParameter("maximum", text(fact.maximumAge()))
                        .setParameter("languages", array(fact.languages()))
                        .setParameter("insurance", array(fact.insurance()))
                        .setParameter("status", capacity.status())
                        .setParameter("available", text(capacity.available()))
                        .setParameter("wait", text(capacity.waitDays()))
                        .setParameter("confirmed", text(capacity.confirmedAt()))
                        .setParameter("sequence", sequence)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** {@code null} where the directory has not told of it. */
    Uni<OfferedService> service(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id, organization_id, name, active, capacity_status, available"
                                        + " from provider_service where id = :id",
                                Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : service(rows.getFirst()));
    }

    /** An organization and those above it, nearest first. */
    Uni<List<Provider>> chain(UUID organization) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CHAIN, Object[].class)
                        .setParameter("start", organization)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Provider((UUID) row[0], (String) row[1], (Boolean) row[2], (String) row[3]))
                        .toList());
    }

    private static OfferedService service(Object[] row) {
        return new OfferedService(
                (UUID) row[0], (UUID) row[1], (String) row[2], (Boolean) row[3], (String) row[4], (Integer) row[5]);
    }

    private static String[] array(List<String> values) {
        return values == null ? new String[0] : values.toArray(String[]::new);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
