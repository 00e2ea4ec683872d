package org.footbridge.common.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak as Maven fetched it, unpacked and built once per user: the build takes half a minute. */
final class KeycloakDistribution {

    private static final String LOCATION_FILE = "keycloak.location";

    /** Fixed at build time, so that the start can be optimized; the rest is told at the start. */
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=dev-file", "--health-enabled=false", "--metrics-enabled=false");

    private KeycloakDistribution() {}

    /** Home of a distribution that is ready for {@code start --optimized}. */
    static Path prepared(Consumer<String> progress) {
        Path archive = archive();
        return UserCache.folder(name(archive), folder -> {
            progress.accept("unpacking " + archive.getFileName() + ", once");
            unpack(archive, folder);
            progress.accept("building the optimized server, once, about half a minute");
            build(folder);
        });
    }

    /** The path that the build wrote beside this class, since only Maven knows where it keeps what it fetches. */
    private static Path archive() {
        try (InputStream stream = KeycloakDistribution.class.getResourceAsStream(LOCATION_FILE)) {
            if (stream == null) {
                throw new IllegalStateException(
                        LOCATION_FILE + " is missing: build the module once with Maven (phase generate-resources)");
            }
            return Path.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path archive) {
        String version = archive.getFileName().toString().replaceFirst("^.*-dist-(.*)\\.zip$", "$1");
        CRC32 options = new CRC32();
        options.update(String.join(" ", BUILD_OPTIONS).getBytes(StandardCharsets.UTF_8));
        return "keycloak-" + version + "-" + HexFormat.of().toHexDigits((int) options.getValue());
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (entry.isDirectory() || name.getNameCount() < 2) {
                    continue;
                }
                // the archive's own top folder carries the version, which our folder's name has already
                Path file = target.resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + name);
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        Files.createDirectories(target.resolve("providers"));
    }

    private static void build(Path home) {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "JAVA_HOME=" + System.getProperty("java.home"),
                "sh",
                home.resolve("bin").resolve("kc.sh").toString(),
                "build"));
        command.addAll(BUILD_OPTIONS);
        ServerProcess.run("keycloak: kc.sh build", command);
    }
}
