package org.footbridge.referral.roster.oneroster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Unpacks a zip under limits: a package of a few bytes must not fill the memory, and a name must not point anywhere. */
final class PackageReader {
    private static final int MOST_FILES = 64;
    private static final long MOST_BYTES = 64L << 20;
    /** Rosters shrink to about a tenth; beyond this, and above a size that does not matter, it is a bomb. */
    private static final long MOST_RATIO = 120;

    private static final long HARMLESS_BYTES = 4L << 20;
    private static final int LONGEST_NAME = 100;

    private final Faults faults;
    private final Map<String, byte[]> files = new HashMap<>();
    private long unpacked;

    private PackageReader(Faults faults) {
        this.faults = faults;
    }

    /** Contents by file name; what is wrong goes to the faults, and reading stops at the first breach of a limit. */
    static Map<String, byte[]> read(byte[] zip, Faults faults) {
        PackageReader reader = new PackageReader(faults);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            reader.read(in, zip.length);
        } catch (ZipException | IllegalArgumentException e) {
            faults.ofPackage("not-a-zip", "a zip archive with its files at the root, names in UTF-8");
        } catch (IOException e) {
            faults.ofPackage("not-a-zip", "a complete zip archive");
        }
        if (reader.files.isEmpty() && faults.isEmpty()) {
            faults.ofPackage("not-a-zip", "a zip archive with manifest.csv at its root");
        }
        return reader.files;
    }

    private void read(ZipInputStream in, long packed) throws IOException {
        int entries = 0;
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (++entries > MOST_FILES) {
                faults.ofPackage("too-many-files", "at most " + MOST_FILES + " files");
                return;
            }
            if (!isPlain(entry)) {
                faults.ofPackage("file-name", "files at the root of the archive, with plain names");
                return;
            }
            byte[] content = unpack(in, packed);
            if (content == null) {
                faults.ofPackage(
                        "too-large",
                        "at most " + (MOST_BYTES >> 20) + " MiB unpacked, and no more than " + MOST_RATIO
                                + " times the archive");
                return;
            }
            if (files.put(entry.getName(), content) != null) {
                faults.ofFile(entry.getName(), "file-twice", "each file once");
            }
        }
    }

    private static boolean isPlain(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory() && name.length() <= LONGEST_NAME && name.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    }

    /** {@code null} where a limit is passed; what the archive says of its sizes is not believed. */
    private byte[] unpack(InputStream in, long packed) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 << 10];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked += n;
            if (unpacked > MOST_BYTES || (unpacked > HARMLESS_BYTES && unpacked / Math.max(packed, 1) > MOST_RATIO)) {
                return null;
            }
            content.write(buffer, 0, n);
        }
        return content.toByteArray();
    }
}
