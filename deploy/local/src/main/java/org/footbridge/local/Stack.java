package org.footbridge.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.footbridge.common.events.Topic;
import org.footbridge.common.testsupport.LocalServer;
import org.footbridge.common.testsupport.PostgresServer;
import org.footbridge.common.testsupport.ServerStartException;
import org.footbridge.common.testsupport.Superuser;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.Topics;

/**
 * The suite as processes of this machine: the servers that it needs and its own services, started from their jars.
 *
 * <pre>{@code
 * try (Stack stack = Stack.builder(root, new StateDirectory(scratch)).ports(Ports.free()).start()) {
 *     … stack.gateway() … stack.kill(Part.REFERRAL) … stack.restart(Part.REFERRAL) …
 * }
 * }</pre>
 */
public final class Stack implements AutoCloseable {

    private final StateDirectory state;
    private final Ports ports;
    private final Assembly assembly;
    private final Set<Part> parts;
    private final boolean fastStart;
    private final Consumer<String> progress;
    private final Consumer<Part> onDeath;
    private final Map<Part, LocalServer> servers = new EnumMap<>(Part.class);
    private final Set<Part> expectedToEnd = EnumSet.noneOf(Part.class);
    private boolean closed;
    private final AtomicReference<Thread> starter = new AtomicReference<>();
    private final AtomicReference<Part> diedWhileStarting = new AtomicReference<>();

    Stack(StackBuilder builder) {
        state = builder.state;
        ports = builder.ports;
        parts = EnumSet.copyOf(builder.parts);
        fastStart = builder.fastStart;
        progress = builder.progress;
        onDeath = builder.onDeath;
        state.prepare();
        // two threads that touch JBoss' log manager first, as those that start the parts would, block each other for
        // ever
        System.getLogger(Stack.class.getName());
        assembly = new Assembly(builder.root, state, ports, builder.optimizing, progress);
        parts.forEach(part -> servers.put(part, assembly.server(part)));
    }

    /**
     * A stack on the documented ports with every part, unless told otherwise.
     *
     * @param root folder of the repository, where the jars and the realm file are
     * @param state where the data are kept
     */
    public static StackBuilder builder(Path root, StateDirectory state) {
        return new StackBuilder(root, state);
    }

    Stack start() {
        List<Part> orphans = Orphans.stop(state);
        if (!orphans.isEmpty()) {
            progress.accept("stopped what a killed supervisor had left running: " + Part.names(orphans));
        }
        PortCheck.requireFree(parts, ports);
        StackStart sequence = new StackStart(servers, progress, this::prepareForServices, this::watch);
        starter.set(Thread.currentThread());
        try {
            sequence.run(fastStart);
            starter.set(null);
            return this;
        } catch (RuntimeException e) {
            starter.set(null);
            Part dead = diedWhileStarting.get();
            boolean interrupted = dead != null && Thread.interrupted();
            close();
            throw interrupted
                    ? new ServerStartException(dead.partName() + " ended while others started; see " + log(dead), e)
                    : e;
        }
    }

    /** What the services expect to find in a server that has just come up for the first time. */
    private void prepareForServices(Part part) {
        if (part == Part.POSTGRES) {
            Stream.of(Part.values()).filter(Part::hasDatabase).forEach(service -> assembly.provisioning(service)
                    .apply(superuser()));
        } else if (part == Part.KAFKA) {
            Topics.create(
                    bootstrapServers(),
                    Stream.of(Topic.values())
                            .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
                            .toList(),
                    Topic.PARTITIONS);
        }
    }

    private void watch(Part part) {
        LocalServer server = servers.get(part);
        if (part == Part.SMTP) {
            return; // lives in this JVM
        }
        ProcessHandle.of(server.pid()).ifPresent(process -> process.onExit().thenRun(() -> ended(part)));
    }

    private void ended(Part part) {
        synchronized (expectedToEnd) {
            if (expectedToEnd.contains(part)) {
                return;
            }
        }
        Thread waiting = starter.get();
        if (waiting != null) {
            diedWhileStarting.set(part);
            waiting.interrupt();
        } else {
            onDeath.accept(part);
        }
    }

    /** Stops {@code part} if it runs, and starts it again. */
    public synchronized void restart(Part part) {
        LocalServer server = server(part);
        if (closed) {
            throw new ServerStartException("the stack is down");
        }
        expectEnd(part);
        server.close();
        PortCheck.requireFree(Set.of(part), ports);
        server.start();
        synchronized (expectedToEnd) {
            expectedToEnd.remove(part);
        }
        watch(part);
    }

    /** Starts one more copy of a service, as behind a balancer. Whoever asks for it closes it. */
    public LocalServer startCopy(Part service) {
        return startCopy(service, List.of());
    }

    /** The same with options of the JVM that hold instead of the usual ones. */
    public LocalServer startCopy(Part service, List<String> jvmOptions) {
        LocalServer copy = assembly.copy(service, jvmOptions);
        copy.start();
        return copy;
    }

    /** Ends {@code part} at once, as a crash would; it is not reported as a surprise. */
    public void kill(Part part) {
        expectEnd(part);
        server(part).kill();
    }

    /** Whether {@code part} answers. */
    public boolean isHealthy(Part part) {
        return server(part).isHealthy();
    }

    /** Whether the process of {@code part} runs. */
    public boolean isAlive(Part part) {
        return server(part).isAlive();
    }

    /** Process id of {@code part}. */
    public long pid(Part part) {
        return server(part).pid();
    }

    /** The parts of this stack, in the order of starting. */
    public Collection<Part> parts() {
        return Set.copyOf(parts);
    }

    /** Output of {@code part}. */
    public Path log(Part part) {
        return state.log(part);
    }

    /** Base URL of {@code part}, which must speak HTTP. */
    public URI url(Part part) {
        return URI.create("http://" + ports.address(part.ports().getFirst()));
    }

    /** The public door. */
    public URI gateway() {
        return url(Part.GATEWAY);
    }

    /** The {@code iss} of every token; the token endpoint is below it. */
    public String issuer() {
        return assembly.issuer();
    }

    /** Where the mails can be read; see {@link org.footbridge.local.mail.MailSink}. */
    public URI mails() {
        return URI.create("http://" + ports.address(Port.MAILS) + "/mails");
    }

    /** Address of the broker. */
    public String bootstrapServers() {
        return ports.address(Port.KAFKA);
    }

    /** The database of {@code service}, with the passwords of its roles. */
    public TestDatabase database(Part service) {
        return new TestDatabase(ports.address(Port.POSTGRES), assembly.provisioning(service), superuser());
    }

    /** The way into every database. */
    public Superuser superuser() {
        return new Superuser(ports.address(Port.POSTGRES), PostgresServer.SUPERUSER, assembly.superuserPassword());
    }

    /** Stops everything in the reverse order of starting. */
    @Override
    public synchronized void close() {
        closed = true;
        parts.forEach(this::expectEnd);
        new StackStop(servers, progress).run();
    }

    private LocalServer server(Part part) {
        LocalServer server = servers.get(part);
        if (server == null) {
            throw new ServerStartException("this stack has no " + part.partName());
        }
        return server;
    }

    private void expectEnd(Part part) {
        synchronized (expectedToEnd) {
            expectedToEnd.add(part);
        }
    }
}
