package org.footbridge.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * The least that a sender of webhooks must do, as a rival: a bare Vert.x client that posts the same bodies to the same
 * receivers. No queue, no signature, no record, no second try.
 */
final class WebhookRival {
    private static final int IN_FLIGHT = 128;

    private final Vertx vertx;
    private final HttpClient client;
    private final List<String> targets;
    private final Buffer body;
    private final LongAdder posted = new LongAdder();
    private volatile boolean over;
    private int next;

    WebhookRival(Vertx vertx, List<String> targets, String body) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(16));
        this.targets = targets;
        this.body = Buffer.buffer(body);
    }

    /** Posts for so long, as fast as it goes; returns what was answered per second. */
    double run(Duration time) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(IN_FLIGHT);
        long begun = System.nanoTime();
        vertx.setTimer(time.toMillis(), end -> over = true);
        vertx.runOnContext(now -> {
            for (int i = 0; i < IN_FLIGHT; i++) {
                post(done);
            }
        });
        done.await();
        double seconds = (System.nanoTime() - begun) / 1e9;
        client.close();
        return posted.sum() / seconds;
    }

    private void post(CountDownLatch done) {
        if (over) {
            done.countDown();
            return;
        }
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(targets.get(next++ % targets.size()))
                .putHeader("Content-Type", "application/json");
        client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.end())
                .onSuccess(answered -> posted.increment())
                .onComplete(answered -> post(done));
    }
}
