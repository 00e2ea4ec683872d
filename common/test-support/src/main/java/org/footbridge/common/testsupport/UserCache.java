package org.footbridge.common.testsupport;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Folders that are made once per user and shared by every stack and build: the servers' programs. */
final class UserCache {

    private static final Map<String, Object> LOCKS = new ConcurrentHashMap<>();

    private UserCache() {}

    /** Fills a new folder. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** The folder {@code name}; made under a lock, since several builds may ask at once, and never seen half full. */
    static Path folder(String name, Filling filling) {
        Path folder = root().resolve(name);
        try {
            // the lock file keeps other processes out; it is no lock between threads
            synchronized (LOCKS.computeIfAbsent(name, any -> new Object())) {
                if (!Files.isDirectory(folder)) {
                    fillOnce(folder, filling);
                }
            }
            return folder;
        } catch (IOException e) {
            // toString: the message of a file system's exception is often a bare path
            throw new ServerStartException(name + " could not be prepared in " + root() + ": " + e, e);
        }
    }

    private static Path root() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return caches.resolve("footbridge");
    }

    private static void fillOnce(Path folder, Filling filling) throws IOException {
        Files.createDirectories(folder.getParent());
        Path lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid() || Files.isDirectory(folder)) {
                return;
            }
            Path scratch = Files.createTempDirectory(folder.getParent(), "preparing-");
            try {
                filling.fill(scratch);
                Files.move(scratch, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                ServerDirectories.delete(scratch);
            }
        }
    }
}
