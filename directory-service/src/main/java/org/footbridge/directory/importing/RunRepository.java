package org.footbridge.directory.importing;

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
import org.footbridge.common.web.problem.Fault;
import org.footbridge.directory.importing.format.TableMapping;

@ApplicationScoped
class RunRepository {
    private static final int MOST_KEPT = 1000;
    private static final String COLUMNS = """
            select id, source_id, format, state, dry_run, bytes, sha256, cast(counts as text), cast(faults as text),
                   fault_count, cast(warnings as text), warning_count, created_at, finished_at
            from import_runs where source_id = :source
            """;
    private static final String BEGIN = """
            with begun as (
              update import_runs set attempts = attempts + 1 where id = :id and state = 'RUNNING'
              returning source_id, format, dry_run, attempts)
            select b.source_id, b.format, b.dry_run, b.attempts, s.own_ids, cast(s.mapping as text)
            from begun b join import_sources s on s.id = b.source_id
            """;
    private static final String HAS_EARLIER = """
            select exists (select from import_runs r
                           join import_runs e on e.source_id = r.source_id and e.number < r.number and e.state = 'RUNNING'
                           where r.id = :id)
            """;
    private static final String NEXT = """
            select id from import_runs where source_id = :source and state = 'RUNNING' order by number limit 1
            """;
    private static final String FINISH = """
            update import_runs
            set state = :state, payload = null, finished_at = :now, counts = cast(cast(:counts as text) as jsonb),
                faults = cast(cast(:faults as text) as jsonb), fault_count = :faultCount,
                warnings = cast(cast(:warnings as text) as jsonb), warning_count = :warningCount
            where id = :id and state = 'RUNNING'
            """;

    private final ObjectMapper json;

    RunRepository(ObjectMapper json) {
        this.json = json;
    }

    /** A file that came in. */
    record NewRun(
            UUID id,
            UUID source,
            ImportFormat format,
            boolean dryRun,
            byte[] file,
            String sha256,
            String requestedBy) {}

    /** A run that is being worked on. */
    record Pending(
            UUID id,
            UUID source,
            ImportFormat format,
            boolean dryRun,
            int attempts,
            byte[] file,
            boolean own,
            TableMapping mapping) {}

    /** How a run ended. */
    record End(String state, ImportCounts counts, List<Fault> faults, List<Fault> warnings) {}

    Uni<Void> insert(NewRun run, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into import_runs
                                  (id, source_id, format, state, dry_run, bytes, sha256, payload, requested_by, created_at)
                                values (:id, :source, :format, 'RUNNING', :dry, :bytes, :sha, :file, :by, :now)
                                """)
                        .setParameter("id", run.id())
                        .setParameter("source", run.source())
                        .setParameter("format", run.format().name())
                        .setParameter("dry", run.dryRun())
                        .setParameter("bytes", run.file().length)
                        .setParameter("sha", run.sha256())
                        .setParameter("file", run.file())
                        .setParameter("by", run.requestedBy())
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether a run of the same source that came in before is not over yet. */
    Uni<Boolean> hasEarlier(UUID id) {
        return Panache.getSession().chain(session -> session.createNativeQuery(HAS_EARLIER, Boolean.class)
                .setParameter("id", id)
                .getSingleResult());
    }

    /** The first run of the source that is not over, if there is one. */
    Uni<List<UUID>> next(UUID source) {
        return Panache.getSession().chain(session -> session.createNativeQuery(NEXT, UUID.class)
                .setParameter("source", source)
                .getResultList());
    }

    /** {@code null} where the run is over. */
    Uni<Pending> begin(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGIN, Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : file(id).map(file -> pending(id, rows.getFirst(), file)));
    }

    private static Uni<byte[]> file(UUID id) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select payload from import_runs where id = :id", byte[].class)
                .setParameter("id", id)
                .getSingleResult());
    }

    Uni<Void> finish(UUID id, End end, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FINISH)
                        .setParameter("id", id)
                        .setParameter("state", end.state())
                        .setParameter("counts", end.counts() == null ? "{}" : write(end.counts()))
                        .setParameter("faults", write(kept(end.faults())))
                        .setParameter("faultCount", end.faults().size())
                        .setParameter("warnings", write(kept(end.warnings())))
                        .setParameter("warningCount", end.warnings().size())
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<ImportRun>> find(UUID source, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COLUMNS + " and id = :id", Object[].class)
                        .setParameter("source", source)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> rows.stream().map(this::run).toList());
    }

    /** Newest first. */
    Uni<List<ImportRun>> page(UUID source, UUID before, int size) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                COLUMNS + " and id < :before order by id desc limit :size", Object[].class)
                        .setParameter("source", source)
                        .setParameter("before", before)
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream().map(this::run).toList());
    }

    private Pending pending(UUID id, Object[] row, byte[] file) {
        return new Pending(
                id,
                (UUID) row[0],
                ImportFormat.valueOf((String) row[1]),
                (Boolean) row[2],
                ((Number) row[3]).intValue(),
                file,
                (Boolean) row[4],
                row[5] == null
                        ? null
                        : read((String) row[5], new TypeReference<ColumnMapping>() {})
                                .forReading());
    }

    private ImportRun run(Object[] row) {
        String counts = (String) row[7];
        return new ImportRun(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (Boolean) row[4],
                ((Number) row[5]).intValue(),
                (String) row[6],
                counts.equals("{}") ? null : read(counts, new TypeReference<ImportCounts>() {}),
                read((String) row[8], new TypeReference<List<Fault>>() {}),
                ((Number) row[9]).intValue(),
                read((String) row[10], new TypeReference<List<Fault>>() {}),
                ((Number) row[11]).intValue(),
                ((OffsetDateTime) row[12]).toInstant(),
                row[13] == null ? null : ((OffsetDateTime) row[13]).toInstant());
    }

    private static List<Fault> kept(List<Fault> faults) {
        return faults.stream().limit(MOST_KEPT).toList();
    }

    /** The place of a fault may hold what cannot be kept, such as the name of a column. */
    private String write(Object value) {
        try {
            return json.writeValueAsString(value).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run's result cannot be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run's stored result cannot be read", e);
        }
    }
}
