package org.footbridge.referral.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.footbridge.common.web.problem.CommonProblem;
import org.jboss.logging.Logger;

/** Reads bodies piece by piece into local files: so many at once, and none larger than a file may be. */
@Singleton
class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);
    private static final String ITS_OWNER_ALONE = "rw-------";

    private final Vertx vertx;
    private final AttachmentConfig config;
    private final AtomicInteger running = new AtomicInteger();

    Uploads(Vertx vertx, AttachmentConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Fails with 413 for too large a body, 503 where too many are on their way. The file is gone when the answer is there. */
    <T> Uni<T> of(HttpServerRequest request, Function<Upload, Uni<T>> use) {
        if (running.incrementAndGet() > config.atOnce()) {
            running.decrementAndGet();
            throw CommonProblem.UNAVAILABLE
                    .because("Too many files are on their way right now.")
                    .header("Retry-After", "5");
        }
        request.pause(); // its end would be lost while the file is made
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem()
                        .createTempFile("footbridge-upload-", ".part", ITS_OWNER_ALONE)
                        .toCompletionStage())
                .map(Path::of)
                .chain(file ->
                        read(request, file).chain(upload -> use.apply(upload)).eventually(() -> forget(file)))
                .onTermination()
                .invoke(running::decrementAndGet);
    }

    private Uni<Upload> read(HttpServerRequest request, Path file) {
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem()
                        .open(file.toString(), new OpenOptions().setRead(false))
                        .compose(open -> pass(request, open, file))
                        .toCompletionStage())
                .ifNoItem()
                .after(config.patience())
                .failWith(() -> AttachmentProblem.UPLOAD_TOO_SLOW.because("Send it again over a better line."));
    }

    private Future<Upload> pass(HttpServerRequest request, AsyncFile open, Path file) {
        Measured measured = new Measured(open, config.largest());
        // the pipe closes the file at the end, and after a failure
        return request.pipeTo(measured).map(read -> {
            if (measured.passed() > config.largest()) {
                throw CommonProblem.TOO_LARGE.because("A file has at most " + config.largest() + " bytes.");
            }
            return new Upload(file, (int) measured.passed(), measured.sha256());
        });
    }

    private Uni<Void> forget(Path file) {
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.fileSystem().delete(file.toString()).toCompletionStage())
                .onFailure()
                .invoke(failure -> LOG.warnf("the local file of an upload stays: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
