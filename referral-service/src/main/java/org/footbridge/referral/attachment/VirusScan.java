package org.footbridge.referral.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.footbridge.common.web.problem.CommonProblem;

/** Shows files to clamd (INSTREAM). Where one is configured, a file that it has not seen is not kept. */
@Singleton
class VirusScan {
    private static final int CHUNK = 65_536;
    private static final OpenOptions READING = new OpenOptions().setWrite(false).setCreate(false);
    private static final int LONGEST_ANSWER = 4_096;

    private final AttachmentConfig.Clamd clamd;
    private final Vertx vertx;
    private final NetClient client;

    @Inject
    VirusScan(AttachmentConfig config, Vertx vertx) {
        this(config.clamd(), vertx);
    }

    VirusScan(AttachmentConfig.Clamd clamd, Vertx vertx) {
        this.clamd = clamd;
        this.vertx = vertx;
        this.client = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout((int) clamd.timeout().toMillis())
                .setIdleTimeout((int) clamd.timeout().toSeconds()));
    }

    /** Fails with 422 for an infected file, 503 where the scanner does not answer. */
    Uni<Void> check(Path file) {
        if (clamd.host().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> ask(file).toCompletionStage())
                .onFailure()
                .transform(failure -> CommonProblem.UNAVAILABLE
                        .because("The virus scanner does not answer.")
                        .header("Retry-After", "30"))
                .invoke(VirusScan::requireClean)
                .replaceWithVoid();
    }

    private static void requireClean(String answer) {
        if (answer.endsWith("FOUND")) {
            throw AttachmentProblem.INFECTED.because("The file was not kept.");
        }
        if (!answer.endsWith("OK")) {
            throw CommonProblem.UNAVAILABLE
                    .because("The virus scanner could not look at the file.")
                    .header("Retry-After", "30");
        }
    }

    private Future<String> ask(Path file) {
        return client.connect(clamd.port(), clamd.host().orElseThrow()).compose(socket -> vertx.fileSystem()
                .open(file.toString(), READING)
                .onFailure(failure -> socket.close())
                .compose(open -> send(socket, open.setReadBufferSize(CHUNK))));
    }

    private static Future<String> send(NetSocket socket, AsyncFile file) {
        Promise<String> answered = Promise.promise();
        Buffer answer = Buffer.buffer();
        socket.handler(part -> {
            if (answer.length() + part.length() <= LONGEST_ANSWER) {
                answer.appendBuffer(part);
            }
        });
        socket.exceptionHandler(answered::tryFail);
        socket.closeHandler(closed -> answered.tryComplete(
                answer.toString(StandardCharsets.US_ASCII).replace("\0", "").strip()));
        socket.write("zINSTREAM\0");
        file.exceptionHandler(answered::tryFail);
        file.endHandler(end -> socket.write(Buffer.buffer().appendInt(0)));
        file.handler(part -> {
            socket.write(Buffer.buffer().appendInt(part.length()).appendBuffer(part));
            if (socket.writeQueueFull()) {
                file.pause();
                socket.drainHandler(free -> file.resume());
            }
        });
        return answered.future().eventually(() -> {
            socket.close();
            return file.close();
        });
    }
}
