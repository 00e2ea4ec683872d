package org.footbridge.referral.roster.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.roster.oneroster.ImportFault;

/** The jobs, and the queue of those that wait or run. */
@ApplicationScoped
class ImportRepository {
    private static final String INSERT = """
            insert into roster_import (id, tenant_id, state, forced, requested_by, package, created_at)
            values (:id, :tenant, 'RUNNING', :forced, :by, :package, :now)
            """;

    private static final String FIND = """
            select id, state, forced, cast(counts as text), cast(errors as text), error_count, created_at, finished_at
            from roster_import where tenant_id = :tenant and id = :id
            """;

    /** The oldest import of each district first, one at a time: a later package must not be overtaken by an earlier one. */
    private static final String CLAIM = """
            with next as (
                select q.import_id from roster_import_queue q
                where (q.leased_until is null or q.leased_until < now())
                  and not exists (select 1 from roster_import_queue o
                                  where o.tenant_id = q.tenant_id and o.import_id < q.import_id)
                order by q.import_id limit 1 for update skip locked
            ), claimed as (
                update roster_import_queue q set leased_until = now() + interval '2 minutes', attempts = q.attempts + 1
                from next where q.import_id = next.import_id
                returning q.import_id, q.tenant_id, q.attempts
            )
            select import_id, tenant_id, attempts from claimed
            """;

    /** Through text: the client would write a string as a JSON string, quotes and all. */
    private static final String FINISH = """
            update roster_import
            set state = :state, counts = cast(cast(:counts as text) as jsonb), errors = cast(cast(:errors as text) as jsonb), error_count = :count,
                package = null, finished_at = :now
            where tenant_id = :tenant and id = :id
            """;

    private final ObjectMapper json;

    ImportRepository(ObjectMapper json) {
        this.json = json;
    }

    /** An import that this process may work on until its lease ends. */
    record Claim(UUID importId, UUID tenant, int attempts) {}

    record NewImport(UUID id, UUID tenant, boolean forced, String requestedBy, byte[] zip, Instant now) {}

    Uni<Void> insert(NewImport job) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", job.id())
                        .setParameter("tenant", job.tenant())
                        .setParameter("forced", job.forced())
                        .setParameter("by", job.requestedBy())
                        .setParameter("package", job.zip())
                        .setParameter("now", job.now())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(
                                        "insert into roster_import_queue (import_id, tenant_id) values (:id, :tenant)")
                                .setParameter("id", job.id())
                                .setParameter("tenant", job.tenant())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** {@code null} where there is none. */
    Uni<ImportJob> find(UUID tenant, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : job(rows.getFirst()));
    }

    /** {@code null} where nothing waits. */
    Uni<Claim> claim() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(CLAIM, Object[].class).getResultList())
                .map(rows -> rows.isEmpty() ? null : claim(rows.getFirst()));
    }

    /** {@code null} where the import is done. */
    Uni<byte[]> zip(Claim claim) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select package from roster_import where tenant_id = :tenant and id = :id", byte[].class)
                .setParameter("tenant", claim.tenant())
                .setParameter("id", claim.importId())
                .getSingleResultOrNull());
    }

    /** Imports of a district are applied one by one; whoever comes second sees what the first one did. */
    Uni<Void> lockDistrict(UUID tenant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from district where id = :id for update", UUID.class)
                        .setParameter("id", tenant)
                        .getResultList())
                .replaceWithVoid();
    }

    Uni<Void> applied(Claim claim, ImportCounts counts, Instant now) {
        return finish(claim, ImportState.APPLIED, write(counts), null, 0, now);
    }

    Uni<Void> rejected(Claim claim, List<ImportFault> faults, int count, Instant now) {
        return finish(claim, ImportState.REJECTED, null, write(faults), count, now);
    }

    private Uni<Void> finish(Claim claim, ImportState state, String counts, String errors, int count, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FINISH)
                        .setParameter("state", state.name())
                        .setParameter("counts", counts)
                        .setParameter("errors", errors)
                        .setParameter("count", count)
                        .setParameter("now", now)
                        .setParameter("tenant", claim.tenant())
                        .setParameter("id", claim.importId())
                        .executeUpdate())
                .chain(() -> leaveQueue(claim));
    }

    Uni<Void> leaveQueue(Claim claim) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from roster_import_queue where import_id = :id")
                        .setParameter("id", claim.importId())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private ImportJob job(Object[] row) {
        return new ImportJob(
                (UUID) row[0],
                ImportState.valueOf((String) row[1]),
                (Boolean) row[2],
                read((String) row[3], new TypeReference<ImportCounts>() {}),
                read((String) row[4], new TypeReference<List<ImportFault>>() {}),
                ((Number) row[5]).intValue(),
                ((OffsetDateTime) row[6]).toInstant(),
                row[7] == null ? null : ((OffsetDateTime) row[7]).toInstant());
    }

    private static Claim claim(Object[] row) {
        return new Claim((UUID) row[0], (UUID) row[1], ((Number) row[2]).intValue());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import's result cannot be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import's stored result cannot be read", e);
        }
    }
}
