package org.footbridge.referral.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;

/** A folder that every copy of the service sees. A file appears under its name only once it is whole. */
class FileSystemStore implements AttachmentStore {
    private final FileSystem files;
    private final Path folder;

    FileSystemStore(Vertx vertx, Path folder) {
        this.files = vertx.fileSystem();
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Uni<Void> put(String key, Path source) {
        Path file = file(key);
        String half = file + ".part";
        return Uni.createFrom()
                .completionStage(() -> files.mkdirs(file.getParent().toString())
                        .compose(made -> files.copy(source.toString(), half))
                        .compose(written -> files.move(half, file.toString()))
                        .toCompletionStage());
    }

    @Override
    public Uni<AsyncFile> get(String key) {
        String file = file(key).toString();
        return Uni.createFrom().completionStage(() -> files.exists(file)
                .compose(there -> there
                        ? files.open(file, new OpenOptions().setWrite(false).setCreate(false))
                        : Future.succeededFuture())
                .toCompletionStage());
    }

    @Override
    public Uni<Boolean> has(String key) {
        String file = file(key).toString();
        return Uni.createFrom().completionStage(() -> files.exists(file).toCompletionStage());
    }

    @Override
    public Uni<Void> delete(String key) {
        Path file = file(key);
        return remove(file.toString()).chain(() -> remove(file + ".part"));
    }

    private Uni<Void> remove(String file) {
        return Uni.createFrom().completionStage(() -> files.exists(file)
                .compose(there -> there ? files.delete(file) : Future.succeededFuture())
                .toCompletionStage());
    }

    /** Spread over folders, because one with a million files is slow. */
    private Path file(String key) {
        Path file = folder.resolve(key.substring(0, 2)).resolve(key).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("a key leads out of the store");
        }
        return file;
    }
}
