package org.footbridge.directory.exporting;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.footbridge.directory.exporting.ExportRepository.Row;

/** The directory as a stream of pieces of text. */
@Singleton
class ExportStreams {
    private final ExportService exports;

    ExportStreams(ExportService exports) {
        this.exports = exports;
    }

    /** One object with a list for each kind of record, in pieces that make one JSON text together. */
    Multi<String> document(Audience audience) {
        AtomicBoolean begun = new AtomicBoolean();
        List<Multi<String>> pieces = new ArrayList<>();
        pieces.add(Multi.createFrom().item("{"));
        Section.ALL.forEach(section -> pieces.add(list(section, audience, begun)));
        pieces.add(Multi.createFrom().item("}\n"));
        return Multi.createBy().concatenating().streams(pieces);
    }

    /** A record a line. One that does not say by itself what it is stands in a list that says it. */
    Multi<String> lines(Audience audience) {
        List<Multi<String>> pieces = new ArrayList<>();
        for (Section section : Section.ALL) {
            pieces.add(rows(section, audience)
                    .map(row -> section.speaksForItself()
                            ? row.json()
                            : "{\"" + section.member() + "\":[" + row.json() + "]}"));
        }
        return Multi.createBy().concatenating().streams(pieces);
    }

    /** One table for people, row by row. */
    Multi<String> table(Audience audience) {
        Multi<String> rows = rows(Section.ORGANIZATIONS, audience)
                .map(row -> FlatTable.lines(row.json()))
                .filter(lines -> !lines.isEmpty());
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(FlatTable.header()), rows);
    }

    /** The records of a list, batch after batch. */
    Multi<Row> rows(Section section, Audience audience) {
        AtomicReference<UUID> last = new AtomicReference<>(ExportService.FIRST);
        return Multi.createBy()
                .repeating()
                .uni(() -> exports.batch(section, last.get(), audience).invoke(rows -> {
                    if (!rows.isEmpty()) {
                        last.set(rows.getLast().id());
                    }
                }))
                .whilst(rows -> rows.size() == ExportService.BATCH)
                .onItem()
                .disjoint()
                .onItem()
                .castTo(Row.class);
    }

    /** A list without records is left out. */
    private Multi<String> list(Section section, Audience audience, AtomicBoolean begun) {
        AtomicBoolean open = new AtomicBoolean();
        Multi<String> records =
                rows(section, audience).map(row -> (open.getAndSet(true) ? "," : opening(section, begun)) + row.json());
        Multi<String> end = Multi.createFrom()
                .deferred(() -> open.get()
                        ? Multi.createFrom().item("]")
                        : Multi.createFrom().empty());
        return Multi.createBy().concatenating().streams(records, end);
    }

    private static String opening(Section section, AtomicBoolean begun) {
        return (begun.getAndSet(true) ? "," : "") + "\"" + section.member() + "\":[";
    }
}
