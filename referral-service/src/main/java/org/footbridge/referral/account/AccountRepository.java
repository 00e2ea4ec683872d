package org.footbridge.referral.account;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;

@ApplicationScoped
class AccountRepository {
    /** A username that two people of the district have links nobody: guessing would show one the other's students. */
    private static final String LINK = """
            with candidate as (
                select id from person
                where tenant_id = :tenant and lower(username) = lower(:username) and state = 'ACTIVE' and enabled
            ), linked as (
                insert into account_link (tenant_id, issuer, subject, person_id, created_at)
                select :tenant, :issuer, :subject, id, :now from candidate where (select count(*) from candidate) = 1
                on conflict do nothing
                returning person_id
            )
            select person_id from linked
            """;

    private static final String FIND = """
            select p.id, p.state = 'ACTIVE' and p.enabled
            from account_link l join person p on p.tenant_id = l.tenant_id and p.id = l.person_id
            where l.tenant_id = :tenant and l.issuer = :issuer and l.subject = :subject
            """;

    /** The person of an account; {@code active} is false for one who has left. */
    record Link(UUID personId, boolean active) {}

    /** {@code null} where the account is not linked. */
    Uni<Link> find(Caller account) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("tenant", account.tenant())
                        .setParameter("issuer", account.issuer())
                        .setParameter("subject", account.subject())
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : new Link((UUID) rows.getFirst()[0], (Boolean) rows.getFirst()[1]));
    }

    /** The person that the account was linked to just now; {@code null} where nobody fits or somebody else linked it. */
    Uni<UUID> link(Caller account, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LINK, UUID.class)
                        .setParameter("tenant", account.tenant())
                        .setParameter("username", account.username())
                        .setParameter("issuer", account.issuer())
                        .setParameter("subject", account.subject())
                        .setParameter("now", now)
                        .getResultList())
                .map(AccountRepository::first);
    }

    private static UUID first(List<UUID> rows) {
        return rows.isEmpty() ? null : rows.getFirst();
    }
}
