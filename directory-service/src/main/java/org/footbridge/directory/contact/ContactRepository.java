package org.footbridge.directory.contact;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The requests for contact of each agency. */
@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<ContactRequest, UUID> {
    private static final String ADDRESSEE = """
            select s.name, x.agency, a.name from services s
            join organizations o on o.id = s.organization_id
            cross join lateral (select nearest_participating(o.id) as agency) x
            left join organizations a on a.id = x.agency
            where s.id = :service and s.status = 'active' and s.visibility = 'public' and o.visibility = 'public'
            """;
    private static final String ENTER = "select set_config('footbridge.agency', :agency, true)";
    private static final String FORGET = "delete from contact_requests where agency_id = :agency and id = :id";

    /** The nearest address there is: of the service, of its organization, of the agency that takes part. */
    private static final String MAIL = """
            select coalesce(nullif(s.document ->> 'email', ''), nullif(o.document ->> 'email', ''), nullif(a.document ->> 'email', '')),
                   v.requested_at is not null and (v.verified_at is null or v.verified_at < v.requested_at)
            from services s
            join organizations o on o.id = s.organization_id
            left join organizations a on a.id = nearest_participating(o.id)
            left join service_verifications v on v.service_id = s.id
            where s.id = :service
            """;

    /** Where somebody reads what is about a service; {@code address} is {@code null} where nobody said. */
    record Mail(String address, boolean waitsForVerification) {}

    /** Whom a request goes to; {@code agency} is {@code null} where nobody takes part. */
    record Addressee(String serviceName, UUID agency, String agencyName) {}

    /** Where the next page begins. */
    record Position(Instant receivedAt, UUID id) {}

    /** {@code null} where the public sees no such service. */
    Uni<Addressee> addressee(UUID service) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADDRESSEE, Object[].class)
                        .setParameter("service", service)
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transform(row -> new Addressee((String) row[0], (UUID) row[1], (String) row[2]));
    }

    /** {@code null} where there is no such service. */
    Uni<Mail> mailOf(UUID service) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MAIL, Object[].class)
                        .setParameter("service", service)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : new Mail((String) row[0], Boolean.TRUE.equals(row[1])));
    }

    /** Lets the running transaction of somebody without an account write to the agency that the public directory names. */
    Uni<Void> enter(UUID agency) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ENTER, String.class)
                        .setParameter("agency", agency.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<Long> countSince(UUID service, Instant since) {
        return count("serviceId = ?1 and receivedAt >= ?2", service, since);
    }

    Uni<List<ContactRequest>> list(UUID agency, Position after, int limit) {
        return after == null
                ? find("agencyId = ?1 order by receivedAt desc, id desc", agency)
                        .page(0, limit)
                        .list()
                : find(
                                "agencyId = ?1 and (receivedAt < ?2 or (receivedAt = ?2 and id < ?3))"
                                        + " order by receivedAt desc, id desc",
                                agency,
                                after.receivedAt(),
                                after.id())
                        .page(0, limit)
                        .list();
    }

    Uni<ContactRequest> of(UUID agency, UUID id) {
        return find("agencyId = ?1 and id = ?2", agency, id).firstResult();
    }

    Uni<Void> forget(UUID agency, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("agency", agency)
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
