package org.footbridge.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.ServerStartException;

/**
 * The JDK's ahead-of-time cache of one service: what a rehearsal against the real backends loaded and linked is mapped
 * into memory at the next start. Holds only for the same JDK, options and jars; with an older JDK there is none.
 */
final class FastStart {

    private static final int FIRST_JDK = 25;
    private static final int DIGEST_BYTES = 8;

    private final Path jar;
    private final List<String> jvmOptions;

    FastStart(Path jar, List<String> jvmOptions) {
        this.jar = jar;
        this.jvmOptions = jvmOptions;
    }

    /** Whether a rehearsal would make the next starts faster. */
    boolean isMissing() {
        return isSupported() && Files.exists(jar) && !Files.exists(cache());
    }

    /** Options that use the cache; none when there is no cache. */
    List<String> options() {
        return isSupported() && Files.exists(jar) && Files.exists(cache())
                ? List.of("-XX:AOTCache=" + cache())
                : List.of();
    }

    List<String> trainingOptions() {
        try {
            Files.createDirectories(cache().getParent());
        } catch (IOException e) {
            throw new ServerStartException("fast start cannot be prepared: " + e, e);
        }
        return List.of("-XX:AOTCacheOutput=" + draft());
    }

    /** Takes over what the rehearsal wrote; caches of older jars go. */
    void keepTraining() {
        Path kept = cache();
        try {
            Files.move(draft(), kept, StandardCopyOption.ATOMIC_MOVE);
            try (Stream<Path> others = Files.list(kept.getParent())) {
                for (Path other : others.filter(path -> !path.equals(kept)).toList()) {
                    Files.delete(other);
                }
            }
        } catch (IOException e) {
            throw new ServerStartException("the JVM left no fast start for " + jar + ": " + e, e);
        }
    }

    private static boolean isSupported() {
        return Runtime.version().feature() >= FIRST_JDK;
    }

    private Path draft() {
        return cache().resolveSibling("rehearsal.aot");
    }

    private Path cache() {
        return jar.getParent().resolveSibling("fast-start").resolve(fingerprint() + ".aot");
    }

    private String fingerprint() {
        StringBuilder everything = new StringBuilder();
        everything.append(System.getProperty("java.vm.version")).append(System.getProperty("java.home"));
        everything.append(jvmOptions);
        try (Stream<Path> files = Files.walk(jar.getParent())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                everything.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
            }
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(everything.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (IOException e) {
            throw new ServerStartException("cannot read " + jar.getParent() + ": " + e, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
