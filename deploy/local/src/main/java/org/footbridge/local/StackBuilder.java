package org.footbridge.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.footbridge.common.testsupport.ServerStartException;

/** Options of a {@link Stack}. */
public final class StackBuilder {

    final Path root;
    final StateDirectory state;
    Ports ports = Ports.standard();
    Set<Part> parts = EnumSet.allOf(Part.class);
    boolean fastStart;
    boolean optimizing;
    Consumer<String> progress = line -> {};
    Consumer<Part> onDeath = part -> {};

    StackBuilder(Path root, StateDirectory state) {
        this.root = root.toAbsolutePath().normalize();
        this.state = state;
    }

    /** Other ports than the documented ones. */
    public StackBuilder ports(Ports numbers) {
        ports = numbers;
        return this;
    }

    /** Only some parts. */
    public StackBuilder parts(Set<Part> some) {
        parts = EnumSet.copyOf(some);
        return this;
    }

    /** Rehearses services that have no fast start yet: the first start takes longer, all others less. */
    public StackBuilder prepareFastStart() {
        fastStart = true;
        return this;
    }

    /** Uses the JVM's optimizing compiler, as in production; without, starts are quicker. */
    public StackBuilder optimizing() {
        optimizing = true;
        return this;
    }

    /** Hears one line per part and what takes long. */
    public StackBuilder progress(Consumer<String> listener) {
        progress = listener;
        return this;
    }

    /** Hears of a part that ended although nobody asked it to. */
    public StackBuilder onDeath(Consumer<Part> listener) {
        onDeath = listener;
        return this;
    }

    /**
     * Starts every part and returns when all are healthy.
     *
     * @throws ServerStartException when one is not; nothing is left running, the message is one line
     */
    public Stack start() {
        return new Stack(this).start();
    }
}
