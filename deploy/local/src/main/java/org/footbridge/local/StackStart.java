package org.footbridge.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.footbridge.common.testsupport.LocalServer;
import org.footbridge.common.testsupport.ServerStartException;

/** Starts the servers at once, then the services at once. The first that fails ends the waiting for all others. */
final class StackStart {

    private static final Duration LAST_WAIT = Duration.ofSeconds(60);

    private final Map<Part, LocalServer> servers;
    private final Consumer<String> progress;
    private final Consumer<Part> prepareForServices;
    private final Consumer<Part> whenUp;

    StackStart(
            Map<Part, LocalServer> servers,
            Consumer<String> progress,
            Consumer<Part> prepareForServices,
            Consumer<Part> whenUp) {
        this.servers = servers;
        this.progress = progress;
        this.prepareForServices = prepareForServices;
        this.whenUp = whenUp;
    }

    void run(boolean prepareFastStart) {
        List<Part> backends =
                servers.keySet().stream().filter(part -> !part.isService()).toList();
        List<Part> services = servers.keySet().stream().filter(Part::isService).toList();
        together(backends, Integer.MAX_VALUE, this::startOne);
        if (prepareFastStart) {
            rehearse(services);
        }
        together(services, Integer.MAX_VALUE, this::startOne);
    }

    private void startOne(Part part) {
        long begin = System.nanoTime();
        LocalServer server = servers.get(part);
        server.start();
        prepareForServices.accept(part);
        whenUp.accept(part);
        progress.accept(String.format(
                Locale.ROOT, "%-22s ready on %-16s %5.1f s", part.partName(), server.address(), secondsSince(begin)));
    }

    private void rehearse(List<Part> services) {
        List<Part> slow = services.stream()
                .filter(part -> servers.get(part) instanceof ServiceServer service && service.needsTraining())
                .toList();
        if (slow.isEmpty()) {
            return;
        }
        progress.accept("preparing fast start of " + slow.size() + " services, once after each build");
        // two at a time: each rehearsal ends with a second JVM that writes the cache and wants half a gigabyte
        together(slow, 2, this::rehearseOne);
    }

    private void rehearseOne(Part part) {
        long begin = System.nanoTime();
        if (servers.get(part) instanceof ServiceServer service) {
            service.train();
        }
        progress.accept(String.format(Locale.ROOT, "%-22s prepared %29.1f s", part.partName(), secondsSince(begin)));
    }

    private static void together(List<Part> parts, int atOnce, Consumer<Part> action) {
        if (parts.isEmpty()) {
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(atOnce, parts.size()));
        try {
            CompletionService<Part> results = new ExecutorCompletionService<>(executor);
            parts.forEach(part -> results.submit(() -> action.accept(part), part));
            List<Part> done = new ArrayList<>();
            while (done.size() < parts.size()) {
                done.add(results.take().get());
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("interrupted while starting", e);
        } finally {
            abandon(executor);
        }
    }

    /** Waits for the other threads, so that nothing is started behind the back of whoever stops the stack now. */
    private static void abandon(ExecutorService executor) {
        executor.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!executor.awaitTermination(LAST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new ServerStartException("some parts could not be stopped while starting");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return cause instanceof RuntimeException known ? known : new ServerStartException(cause.toString(), cause);
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
