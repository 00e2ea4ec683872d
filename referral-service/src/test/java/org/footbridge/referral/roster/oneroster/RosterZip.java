package org.footbridge.referral.roster.oneroster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The demo's OneRoster package, whole or with one thing changed. */
public final class RosterZip {
    private static final Path BULK =
            Path.of(System.getProperty("footbridge.root"), "deploy/local/src/main/resources/demo/oneroster-bulk");

    private final Map<String, byte[]> files = new TreeMap<>();

    private RosterZip() {}

    public static RosterZip bulk() {
        return of(BULK);
    }

    static RosterZip of(Path folder) {
        RosterZip zip = new RosterZip();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                zip.files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip;
    }

    public RosterZip without(String file) {
        files.remove(file);
        return this;
    }

    public RosterZip with(String file, String content) {
        files.put(file, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    RosterZip withBytes(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    /** Replaces the first match, which must be there. */
    public RosterZip replacing(String file, String from, String to) {
        String content = new String(files.get(file), StandardCharsets.UTF_8);
        int at = content.indexOf(from);
        if (at < 0) {
            throw new AssertionError(file + " has no '" + from + "'");
        }
        return with(file, content.substring(0, at) + to + content.substring(at + from.length()));
    }

    /** Leaves out every line that holds the text. */
    public RosterZip withoutLines(String file, String text) {
        String content = new String(files.get(file), StandardCharsets.UTF_8);
        StringBuilder kept = new StringBuilder();
        content.lines().filter(line -> !line.contains(text)).forEach(line -> kept.append(line)
                .append("\r\n"));
        return with(file, kept.toString());
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
