package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** Takes an HSDS document in that speaks of the directory's own records: all of it or nothing. */
@ApplicationScoped
public class ImportService {
    private static final int MOST_FAULTS = 1000;

    private final ImportSchema schema;
    private final ImportWriter writer;
    private final Clock clock;

    public ImportService(ImportSchema schema, ImportWriter writer, Clock clock) {
        this.schema = schema;
        this.writer = writer;
        this.clock = clock;
    }

    /** Fails with 422 and every fault where there is one; then nothing was changed. */
    @WithTransaction
    public Uni<ImportReport> load(JsonNode sent) {
        refuse(Storable.faults(sent, ""));
        ImportDocument document = ImportDocument.of(sent);
        refuse(schema.faults(document));
        return writer.known(document).map(known -> check(document, known)).chain(warnings -> writer.write(
                        document, ImportWriter.Whole.ALL)
                .map(done -> new ImportReport(done.organizations(), done.services(), done.capacities(), warnings)));
    }

    /** As {@link #load}, by whoever may decide on every field: what was pinned is pinned as it is said now. */
    @WithTransaction
    public Uni<ImportReport> edit(JsonNode sent) {
        refuse(Storable.faults(sent, ""));
        return writer.pinAsSaid(ImportDocument.of(sent.deepCopy())).chain(() -> load(sent));
    }

    private List<Fault> check(ImportDocument document, ImportRules.Known known) {
        ImportRules rules = new ImportRules(document, known, clock.instant()).check();
        refuse(rules.faults());
        return rules.warnings().stream().limit(MOST_FAULTS).toList();
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Problem(
                    CommonProblem.INVALID,
                    faults.size() + " fault(s); nothing was imported.",
                    faults.stream().limit(MOST_FAULTS).toList());
        }
    }
}
