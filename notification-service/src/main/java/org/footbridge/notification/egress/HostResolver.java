package org.footbridge.notification.egress;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;

/** The addresses of a name, as the machine resolves names. Blocking inside, so on threads of its own. */
@ApplicationScoped
public class HostResolver {
    private static final int THREADS = 8;

    private final WorkerExecutor threads;

    public HostResolver(Vertx vertx) {
        this.threads = vertx.createSharedWorkerExecutor("webhook-names", THREADS);
    }

    /** All addresses of the name; fails with {@link java.net.UnknownHostException} where it has none. */
    public Uni<List<InetAddress>> resolve(String host) {
        return Uni.createFrom()
                .completionStage(() -> threads.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
                        .toCompletionStage());
    }
}
