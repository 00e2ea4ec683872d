package org.footbridge.directory.importing;

import java.util.Arrays;
import java.util.Optional;
import org.footbridge.directory.importing.format.HsdsReader;
import org.footbridge.directory.importing.format.Parsed;
import org.footbridge.directory.importing.format.SamhsaReader;
import org.footbridge.directory.importing.format.SheetReader;
import org.footbridge.directory.importing.format.TableMapping;
import org.footbridge.directory.importing.format.TabularReader;

/** The forms of files that are taken, each with the media type that announces it. */
enum ImportFormat {
    HSDS_JSON(ImportFormat.JSON, (file, mapping) -> HsdsReader.json(file)),
    HSDS_NDJSON(ImportFormat.NDJSON, (file, mapping) -> HsdsReader.lines(file)),
    HSDS_TABULAR(ImportFormat.ZIP, (file, mapping) -> TabularReader.zip(file)),
    CSV(ImportFormat.TABLE, SheetReader::csv),
    XLSX(ImportFormat.WORKBOOK, SheetReader::xlsx),
    SAMHSA(ImportFormat.JSON, (file, mapping) -> SamhsaReader.json(file));

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String ZIP = "application/zip";
    static final String TABLE = "text/csv";
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;
    private final Reader reader;

    private interface Reader {
        Parsed read(byte[] file, TableMapping mapping);
    }

    ImportFormat(String mediaType, Reader reader) {
        this.mediaType = mediaType;
        this.reader = reader;
    }

    /**
     * Reads a file; takes as long as the file is large, so not on an event loop.
     *
     * @param mapping what the source's columns mean, {@code null} where it has not said so
     */
    Parsed read(byte[] file, TableMapping mapping) {
        return reader.read(file, mapping);
    }

    /** The form of a media type; JSON is HSDS unless it is said to be SAMHSA's. */
    static Optional<ImportFormat> of(String contentType, boolean samhsa) {
        String bare = contentType.split(";", 2)[0].trim();
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equalsIgnoreCase(bare) && samhsa == (format == SAMHSA))
                .findFirst();
    }
}
