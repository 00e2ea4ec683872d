package org.footbridge.directory.importing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.directory.importing.ForeignIds.Key;
import org.footbridge.directory.importing.RunRepository.End;
import org.footbridge.directory.importing.RunRepository.Pending;
import org.footbridge.directory.importing.format.Entities;
import org.footbridge.directory.importing.format.Parsed;
import org.footbridge.directory.importing.format.Record;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Takes files in, and applies them: one transaction per file, so that nobody ever sees half of one. */
@ApplicationScoped
class RunService {
    private static final Logger LOG = Logger.getLogger(RunService.class);

    private final RunRepository runs;
    private final SourceRepository sources;
    private final IdRepository ids;
    private final FieldSourceRepository fields;
    private final ImportWriter writer;
    private final RunQueue queue;
    private final Clock clock;

    RunService(
            RunRepository runs,
            SourceRepository sources,
            IdRepository ids,
            FieldSourceRepository fields,
            ImportWriter writer,
            RunQueue queue,
            Clock clock) {
        this.runs = runs;
        this.sources = sources;
        this.ids = ids;
        this.fields = fields;
        this.writer = writer;
        this.queue = queue;
        this.clock = clock;
    }

    /** What has to be known before ids are decided. */
    record Named(Map<Key, UUID> known, Map<String, Set<UUID>> taken) {}

    /** How applying went; with faults, nothing was changed. */
    record Outcome(ImportCounts counts, List<Fault> faults, List<Fault> warnings) {}

    /** Keeps the file: from the commit on it will be dealt with, whatever becomes of this process. */
    @WithTransaction
    Uni<ImportRun> submit(Caller caller, UUID source, ImportFormat format, boolean dryRun, byte[] file) {
        UUID id = Ids.next();
        return queue.lock(source)
                .invoke(RunService::require)
                .chain(() -> runs.insert(
                        new RunRepository.NewRun(id, source, format, dryRun, file, sha256(file), caller.subject()),
                        clock.instant()))
                .chain(() -> queue.put(source, id, clock.instant()))
                .chain(() -> read(source, id));
    }

    @WithTransaction
    Uni<ImportRun> read(UUID source, UUID id) {
        return runs.find(source, id).map(found -> {
            if (found.isEmpty()) {
                throw CommonProblem.NOT_FOUND.because("The source has no such run.");
            }
            return found.getFirst();
        });
    }

    @WithTransaction
    Uni<List<ImportRun>> page(UUID source, UUID before, int size) {
        return requireSource(source).chain(() -> runs.page(source, before, size));
    }

    @WithTransaction
    Uni<List<ImportedId>> ids(UUID source, Key after, UUID id, int size) {
        return requireSource(source).chain(() -> ids.page(source, after, id, size));
    }

    /** {@code null} where there is nothing to do: the run is over already, or another one of its source is to be ended first. */
    @WithTransaction
    Uni<Pending> begin(WorkItem work) {
        return queue.isTurn(work)
                .chain(turn -> turn
                        ? runs.begin(work.id())
                                .call(run -> run == null
                                        ? queue.leave(work)
                                        : Uni.createFrom().voidItem())
                        : Uni.createFrom().nullItem());
    }

    /** What the source has called its records so far, and which ids are somebody else's. */
    @WithTransaction
    Uni<Named> names(Pending run, ForeignIds found) {
        return ids.known(run.source(), found.mentioned())
                .chain(known -> run.own()
                        ? Uni.createFrom().item(new Named(known, Map.of()))
                        : ids.taken(run.source(), found).map(taken -> new Named(known, taken)));
    }

    /** Ends a run that changed nothing. */
    @WithTransaction
    Uni<Void> end(WorkItem work, End end) {
        return queue.lock(work.lane())
                .chain(() -> runs.finish(work.id(), end, clock.instant()))
                .invoke(() -> LOG.infof("import run %s: %s", work.id(), end.state()))
                .chain(() -> queue.end(work, clock.instant()));
    }

    /** Applies and ends the run; with faults it does neither. A dry run does all the same and takes it back. */
    @WithTransaction
    Uni<Outcome> apply(WorkItem work, Pending run, Parsed parsed, ForeignIds decided) {
        return assemble(parsed.records()).chain(assembled -> {
            if (!assembled.faults().isEmpty()) {
                return Uni.createFrom().item(new Outcome(null, assembled.faults(), parsed.warnings()));
            }
            ImportDocument document = assembled.document();
            return writer.known(document)
                    .map(known -> ImportRules.lenient(document, known, clock.instant())
                            .check())
                    .chain(rules -> rules.faults().isEmpty()
                            ? write(run, assembled, document, decided)
                                    .map(counts -> new Outcome(
                                            counts, List.of(), all(parsed, assembled.warnings(), rules.warnings())))
                                    .call(done -> conclude(work, run, done))
                            : Uni.createFrom()
                                    .item(new Outcome(
                                            null,
                                            rules.faults(),
                                            all(parsed, assembled.warnings(), rules.warnings()))));
        });
    }

    private Uni<ImportCounts> write(Pending run, Assembler assembled, ImportDocument document, ForeignIds decided) {
        return fields.settle(run.source(), document)
                .chain(shared -> writer.write(document, whole(assembled, shared.keySet()))
                        .call(() -> fields.save(shared)))
                .call(() -> ids.save(run.source(), decided.fresh()))
                .chain(counts -> ids.keepLoose(run.source(), assembled.loose()).map(counts::withOthers));
    }

    /** No file names all places of a service that other sources name too. */
    private static ImportWriter.Whole whole(Assembler assembled, Set<String> shared) {
        return new ImportWriter.Whole(
                id -> assembled.withAllPlaces().contains(id.toString()) && !shared.contains(id.toString()),
                id -> assembled.withAllLocations().contains(id.toString()));
    }

    private Uni<Void> conclude(WorkItem work, Pending run, Outcome done) {
        if (run.dryRun()) {
            return Panache.currentTransaction()
                    .invoke(Mutiny.Transaction::markForRollback)
                    .replaceWithVoid();
        }
        return end(work, new End("APPLIED", done.counts(), List.of(), done.warnings()));
    }

    private Uni<Assembler> assemble(List<Record> records) {
        Wanted wanted = Wanted.of(records);
        Map<String, Map<String, Stored>> stored = new HashMap<>();
        return ids.stored(Entities.SERVICE, wanted.services())
                .invoke(services -> {
                    stored.put(Entities.SERVICE, services);
                    services.values().forEach(service -> wanted.organizations().add(service.owner()));
                })
                .chain(() -> ids.stored(Entities.ORGANIZATION, wanted.organizations()))
                .invoke(organizations -> stored.put(Entities.ORGANIZATION, organizations))
                .chain(() -> ids.stored(Entities.LOCATION, wanted.locations()))
                .invoke(locations -> stored.put(Entities.LOCATION, locations))
                .map(loaded -> Assembler.of(records, stored));
    }

    private Uni<Void> requireSource(UUID source) {
        return sources.find(source).invoke(found -> require(!found.isEmpty())).replaceWithVoid();
    }

    private static void require(boolean found) {
        if (!found) {
            throw CommonProblem.NOT_FOUND.because("There is no such source.");
        }
    }

    private static List<Fault> all(Parsed parsed, List<Fault> assembled, List<Fault> rules) {
        List<Fault> all = new ArrayList<>(parsed.warnings());
        all.addAll(assembled);
        all.addAll(rules);
        return all;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this JDK", e);
        }
    }
}
