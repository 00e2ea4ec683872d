package org.footbridge.referral.attachment;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.streams.WriteStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes to a file, counts and hashes what passes, and drops what is beyond the limit: the sender still gets its answer. */
final class Measured implements WriteStream<Buffer> {
    private final AsyncFile file;
    private final int most;
    private final MessageDigest digest;
    private long passed;

    Measured(AsyncFile file, int most) {
        this.file = file;
        this.most = most;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this JDK", e);
        }
    }

    /** How many bytes have passed, also those that were dropped. */
    long passed() {
        return passed;
    }

    /** Of everything that has passed; ends the counting. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Future<Void> write(Buffer part) {
        passed += part.length();
        if (passed > most) {
            return Future.succeededFuture();
        }
        digest.update(part.getBytes());
        return file.write(part);
    }

    @Override
    public void write(Buffer part, Handler<AsyncResult<Void>> done) {
        write(part).onComplete(done);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> done) {
        file.end(done);
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        file.exceptionHandler(handler);
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int size) {
        file.setWriteQueueMaxSize(size);
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return file.writeQueueFull();
    }

    @Override
    public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
        file.drainHandler(handler);
        return this;
    }
}
