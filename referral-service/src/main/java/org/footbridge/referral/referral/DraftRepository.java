package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.queue.WorkQueueService;

@ApplicationScoped
class DraftRepository implements PanacheRepositoryBase<Draft, UUID> {
    private final WorkQueueService queue;

    DraftRepository(WorkQueueService queue) {
        this.queue = queue;
    }

    /** Saves a draft together with the time at which it goes. */
    Uni<Draft> keep(Draft draft) {
        return persistAndFlush(draft).call(() -> queue.put(draft.expiry(), draft.expiresAt()));
    }

    /** Two at once cannot both remove it. */
    Uni<Void> remove(Draft draft) {
        return erase(draft).chain(() -> queue.cancel(Draft.EXPIRY, draft.id()));
    }

    /** By statement: Hibernate Reactive's own removal mixes up two that run at once (HouseRules). */
    Uni<Void> erase(Draft draft) {
        return delete("id = ?1 and version = ?2", draft.id(), draft.version())
                .invoke(erased -> {
                    if (erased == 0) {
                        throw new OptimisticLockException("the draft was saved or removed meanwhile");
                    }
                })
                .replaceWithVoid();
    }

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
}
