package org.footbridge.referral.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** The kinds of files that are taken, told by their bytes: what a client calls a file proves nothing. */
enum MediaKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    TEXT("text/plain", "txt");

    private static final String ZIP = "application/zip";
    private static final String OOXML = "application/x-tika-ooxml";
    private static final int ENTRIES = 200;

    private final String type;
    private final String extension;

    MediaKind(String type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    String type() {
        return type;
    }

    String extension() {
        return extension;
    }

    /** Empty for every other kind. Reads the beginning of the file, of a package its table of contents too. */
    static Optional<MediaKind> of(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return Optional.empty();
        }
        String found = detect(file);
        if (found.equals(ZIP) || found.equals(OOXML)) {
            return isDocument(file) ? Optional.of(DOCX) : Optional.empty();
        }
        for (MediaKind kind : values()) {
            if (kind.type.equals(found)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Not by the file's name, which is ours. */
    private static String detect(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return Detector.TIKA.detect(bytes);
        }
    }

    /** A package of Word without macros. Nothing is unpacked, however much it would be. */
    private static boolean isDocument(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() <= ENTRIES
                    && zip.stream().noneMatch(entry -> entry.getName().endsWith("vbaProject.bin"))
                    && zip.getEntry("word/document.xml") != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Made when the first file comes: it reads a long list, and Hibernate opens this enum at each start. */
    private static final class Detector {
        static final Tika TIKA = new Tika();
    }
}
