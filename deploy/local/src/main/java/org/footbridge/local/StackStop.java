package org.footbridge.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.footbridge.common.testsupport.LocalServer;

/** Stops the services at once and after them their servers, so that no service meets a missing backend. */
final class StackStop {

    private final Map<Part, LocalServer> servers;
    private final Consumer<String> progress;

    StackStop(Map<Part, LocalServer> servers, Consumer<String> progress) {
        this.servers = servers;
        this.progress = progress;
    }

    void run() {
        boolean interrupted = Thread.interrupted(); // whoever was told to hurry still stops in good order
        together(servers.keySet().stream().filter(Part::isService).toList());
        together(servers.keySet().stream().filter(part -> !part.isService()).toList());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void together(List<Part> parts) {
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            List<Future<?>> results = new ArrayList<>();
            parts.forEach(part -> results.add(executor.submit(() -> stop(part))));
            for (Future<?> result : results) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part could not be stopped", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping", e);
        }
    }

    private void stop(Part part) {
        LocalServer server = servers.get(part);
        boolean ran = server.isAlive();
        server.close();
        if (ran) {
            progress.accept(part.partName() + " stopped");
        }
    }
}
