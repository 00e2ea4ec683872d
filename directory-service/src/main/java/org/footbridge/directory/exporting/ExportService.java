package org.footbridge.directory.exporting;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.directory.exporting.ExportRepository.Row;

/** Reads in batches so that memory stays flat, each in a transaction of its own so that a slow reader holds none open. */
@ApplicationScoped
class ExportService {
    static final int BATCH = 100;
    static final UUID FIRST = new UUID(0, 0);

    private final ExportRepository records;

    ExportService(ExportRepository records) {
        this.records = records;
    }

    @WithTransaction
    Uni<List<Row>> batch(Section section, UUID after, Audience audience) {
        return records.batch(section, after, audience, BATCH);
    }
}
