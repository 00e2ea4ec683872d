package org.footbridge.common.testsupport;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once into the user's cache.
 *
 * <p>Only the packaging of zonky is used, not its {@code EmbeddedPostgres}: that one switches fsync off, trusts every
 * password, detaches the server and knows no process id, which would make crash tests and benchmarks meaningless.
 */
final class PostgresBinaries {

    private static final int OWNER_MAY_EXECUTE = 0100;
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    private static Path unpacked;

    private PostgresBinaries() {}

    /** Command line of {@code program}; for root through a user namespace, since PostgreSQL refuses root. */
    static List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (!MAC && "root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home().resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static synchronized Path home() {
        if (unpacked == null) {
            unpacked = find();
        }
        return unpacked;
    }

    private static Path find() {
        try {
            byte[] archive = archive();
            return UserCache.folder("postgresql-" + digest(archive), folder -> unpack(archive, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] archive() throws IOException {
        String architecture = ArchUtils.normalize(System.getProperty("os.arch"));
        try (InputStream stream =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(MAC ? "Darwin" : "Linux", architecture)) {
            return stream.readAllBytes();
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                unpack(entry, tar, path);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !path.toFile().setExecutable(true)) {
            throw new IOException(path + " cannot be made executable");
        }
    }
}
