package org.footbridge.local.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.footbridge.common.testsupport.ServerStartException;
import org.footbridge.local.Orphans;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;
import org.footbridge.local.StateDirectory;

/** Holds the stack while it runs: reports parts that die, restarts them when told, stops all in good order. */
final class Supervisor {

    private final Path root;
    private final StateDirectory state;
    private final UpOptions options;
    private final Journal journal = new Journal();
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final Thread main = Thread.currentThread();
    private volatile Stack stack;

    Supervisor(Path root, StateDirectory state, UpOptions options) {
        this.root = root;
        this.state = state;
        this.options = options;
    }

    /** Runs the stack until somebody stops it; the result is the exit code. */
    int run() throws IOException {
        try (FileChannel channel = FileChannel.open(
                        state.path().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                System.err.println("deploy/up: another one is starting or stopping the stack just now");
                return 1;
            }
            String token = UUID.randomUUID().toString();
            try (ControlServer control = new ControlServer(token, this::handle)) {
                new ControlFile(control.port(), token, ProcessHandle.current().pid()).write(state);
                int code = runStack();
                journal.add(Message.exit(code));
                return code;
            } finally {
                Files.deleteIfExists(ControlFile.path(state));
            }
        }
    }

    private int runStack() throws IOException {
        try (Stack started = start()) {
            stack = started;
            announce();
            stopRequested.await();
            stack = null;
        } catch (InterruptedException e) {
            return stopped();
        } catch (ServerStartException e) {
            if (stopRequested.getCount() == 0) {
                return stopped();
            }
            journal.complain("deploy/up: " + e.getMessage());
            return 1;
        }
        return stopped();
    }

    private Stack start() throws IOException {
        if (options.fresh()) {
            Orphans.stop(state); // before their data go
            state.erase();
        }
        rollLogs();
        return Stack.builder(root, state)
                .parts(options.parts())
                .progress(journal::say)
                .onDeath(this::reportDeath)
                .prepareFastStart()
                .start();
    }

    private int stopped() {
        journal.say("stopped");
        return 0;
    }

    private void announce() {
        journal.say("");
        journal.say("Footbridge is up.");
        journal.say("  gateway    " + stack.gateway());
        journal.say("  accounts   " + stack.issuer() + "/account");
        journal.say("  mails      " + stack.mails());
        journal.say("  logs       " + state.logs());
        journal.say("Demo logins (password demo): platform-admin, stf-9001@example.edu (district), "
                + "stf-9002@example.edu (coordinator),");
        journal.say("  stf-9003@example.edu (teacher), gdn-7001@example.edu (guardian), "
                + "intake@harborlight.example (agency)");
        journal.say("Play the main job: deploy/demo. Stop: deploy/down.");
        journal.add(Message.ready());
    }

    private void reportDeath(Part part) {
        journal.complain(part.partName() + " ended unexpectedly, the rest goes on. See " + state.log(part)
                + "; start it again with: deploy/restart " + part.partName());
    }

    /** The logs of the last run are kept, those before go: a stack that runs for weeks must not fill the disk. */
    private void rollLogs() throws IOException {
        for (Part part : Part.values()) {
            Path log = state.log(part);
            if (Files.exists(log)) {
                Files.move(
                        log,
                        log.resolveSibling(part.partName() + ".previous.log"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private int handle(List<String> request, Consumer<Message> reply) throws InterruptedException {
        return switch (request.getFirst()) {
            case "ping" -> 0;
            case "status" -> status(reply);
            case "follow" -> follow(journal.follow(true), reply);
            case "stop" -> {
                BlockingQueue<Message> news = journal.follow(false);
                requestStop();
                yield follow(news, reply);
            }
            case "restart" -> restart(request.getLast(), reply);
            default -> {
                reply.accept(Message.complain("unknown request " + request.getFirst()));
                yield 1;
            }
        };
    }

    private synchronized void requestStop() {
        if (stopRequested.getCount() == 0) {
            return;
        }
        journal.say("stopping");
        boolean starting = stack == null; // asked first: the main thread forgets the stack as soon as it may
        stopRequested.countDown();
        if (starting) {
            main.interrupt();
        }
    }

    private int follow(BlockingQueue<Message> news, Consumer<Message> reply) throws InterruptedException {
        try {
            Message message = news.take();
            while (message.kind() != Message.Kind.EXIT) {
                reply.accept(message);
                message = news.take();
            }
            return message.exitCode();
        } finally {
            journal.forget(news);
        }
    }

    private int status(Consumer<Message> reply) {
        Stack running = stack;
        if (running == null) {
            reply.accept(Message.say("the stack is starting or stopping"));
            return 0;
        }
        List<Part> dead = Arrays.stream(Part.values())
                .filter(running.parts()::contains)
                .filter(part -> !running.isAlive(part))
                .toList();
        reply.accept(Message.say("already running, gateway at " + running.gateway()
                + (dead.isEmpty() ? "" : "; not running: " + Part.names(dead) + " (deploy/restart NAME)")));
        return 0;
    }

    private int restart(String name, Consumer<Message> reply) {
        Stack running = stack;
        Optional<Part> part = Part.named(name);
        if (running == null || part.isEmpty()) {
            reply.accept(Message.complain(
                    part.isEmpty() ? "no part is named " + name : "the stack is starting or stopping"));
            return 1;
        }
        long begin = System.nanoTime();
        try {
            running.restart(part.get());
        } catch (ServerStartException e) {
            journal.complain("restart: " + e.getMessage());
            reply.accept(Message.complain("deploy/restart: " + e.getMessage()));
            return 1;
        }
        String done = String.format(
                Locale.ROOT, "%s restarted in %.1f s", part.get().partName(), (System.nanoTime() - begin) / 1e9);
        journal.say(done);
        reply.accept(Message.say(done));
        return 0;
    }
}
