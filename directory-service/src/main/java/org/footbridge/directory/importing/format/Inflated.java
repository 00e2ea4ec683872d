package org.footbridge.directory.importing.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The files of a package, unpacked in memory with limits: what a small file may become is counted as it becomes it. */
final class Inflated {
    private static final int MOST_FILES = 100;
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final int PIECE = 64 * 1024;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final boolean kept;
    private long left = MOST_BYTES;

    private Inflated(boolean kept) {
        this.kept = kept;
    }

    /** @return {@code null} with a fault where it is no package or one that grows too large */
    static Inflated of(byte[] zip, Parsed parsed) {
        Inflated inflated = new Inflated(true);
        return inflated.read(zip, parsed) ? inflated : null;
    }

    /** Whether a package stays small when it is unpacked; a fault where it does not. Nothing of it is kept. */
    static boolean fits(byte[] zip, Parsed parsed) {
        return new Inflated(false).read(zip, parsed);
    }

    /** Name without folder, and content. */
    Map<String, byte[]> files() {
        return files;
    }

    private boolean read(byte[] bytes, Parsed parsed) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            int count = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                count++;
                if (count > MOST_FILES || !entry.isDirectory() && !read(zip, entry, parsed)) {
                    parsed.fault("", "too-large-inside", "More than 100 files or 100 MB when unpacked.");
                    return false;
                }
            }
            if (count == 0) {
                parsed.fault("", "not-a-zip", "The package holds no file.");
            }
            return parsed.faults().isEmpty();
        } catch (IOException | IllegalArgumentException e) {
            parsed.fault("", "not-a-zip", "The package cannot be unpacked.");
            return false;
        }
    }

    private boolean read(ZipFile zip, ZipArchiveEntry entry, Parsed parsed) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                left -= length;
                if (left < 0) {
                    return false;
                }
                if (kept) {
                    file.write(piece, 0, length);
                }
            }
        }
        String name = bare(entry.getName());
        if (kept && files.putIfAbsent(name, file.toByteArray()) != null) {
            parsed.fault("/" + name, "file-twice", "The package holds two files of this name.");
        }
        return true;
    }

    private static String bare(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
