package org.footbridge.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        together(servers.keySet().stream().filter(Part::isService).toList());
        together(servers.keySet().stream().filter(part -> !part.isService()).toList());
    }

    /** Takes no notice of an interrupt until all are down: whoever is told to hurry still leaves nothing running. */
    private void together(List<Part> parts) {
        List<Thread> threads = new ArrayList<>();
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        for (Part part : parts) {
            threads.add(Thread.ofPlatform().name("stop-" + part.partName()).start(() -> stop(part, failures)));
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            interrupted |= joinUninterruptibly(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
    }

    private static boolean joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    private void stop(Part part, Queue<RuntimeException> failures) {
        try {
            stop(part);
        } catch (RuntimeException e) {
            failures.add(e);
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
