package org.footbridge.local.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The demo's data on the class path: the directory file, and OneRoster packages that are zipped for upload. */
final class DemoFiles {
    private DemoFiles() {}

    static String directory() {
        return new String(read("directory.hsds.json"), StandardCharsets.UTF_8);
    }

    /** Where the demo's postal codes are. */
    static byte[] postalCodes() {
        return read("postal-codes.csv");
    }

    /** The package in the folder as a zip with its files at the root, as the OneRoster CSV binding wants it. */
    static byte[] rosterZip(String folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String file : filesOf(folder)) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(read(folder + "/" + file));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The manifest and every file that it declares as present. */
    private static List<String> filesOf(String folder) {
        List<String> files = new ArrayList<>(List.of("manifest.csv"));
        new String(read(folder + "/manifest.csv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("file.") && line.endsWith(",bulk"))
                .map(line -> line.substring("file.".length(), line.indexOf(',')) + ".csv")
                .forEach(files::add);
        return files;
    }

    private static byte[] read(String name) {
        try (InputStream in = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new StoryFailed("the demo's file " + name + " is missing from the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
