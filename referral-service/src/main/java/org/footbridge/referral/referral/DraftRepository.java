package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DraftRepository implements PanacheRepositoryBase<Draft, UUID> {

    /** Whose drafts, as of now: an expired one is gone for everybody, also before it is deleted. */
    record Author(UUID tenant, UUID person, Instant now) {}

    /** {@code null} where the author has no such draft. */
    Uni<Draft> of(Author author, UUID id) {
        return find(
                        "tenantId = ?1 and authorId = ?2 and id = ?3 and expiresAt > ?4",
                        author.tenant(),
                        author.person(),
                        id,
                        author.now())
                .firstResult();
    }

    /** Newest first. */
    Uni<List<Draft>> page(Author author, UUID before, int size) {
        String all = "tenantId = ?1 and authorId = ?2 and expiresAt > ?3";
        return (before == null
                        ? find(all + " order by id desc", author.tenant(), author.person(), author.now())
                        : find(
                                all + " and id < ?4 order by id desc",
                                author.tenant(),
                                author.person(),
                                author.now(),
                                before))
                .range(0, size - 1)
                .list();
    }

    /** Deletes what has expired in the district, found by its due time. */
    Uni<Long> purge(UUID tenant, Instant now) {
        return delete("tenantId = ?1 and expiresAt <= ?2", tenant, now);
    }
}
