package org.footbridge.e2e;

import java.net.URI;
import java.nio.file.Path;
import org.footbridge.local.Ports;
import org.footbridge.local.Stack;
import org.footbridge.local.StateDirectory;
import org.footbridge.local.demo.Narrator;
import org.footbridge.local.demo.Place;
import org.footbridge.local.demo.World;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stack for all journeys of a run, on free ports and with data of its own; it ends with the run. */
public final class RunningStack implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningStack.class);

    private record Held(Stack stack, World world) implements AutoCloseable {
        @Override
        public void close() {
            stack.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stack.class || type == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Held held = context.getRoot().getStore(NAMESPACE).computeIfAbsent(Held.class, key -> start(), Held.class);
        return parameter.getParameter().getType() == Stack.class ? held.stack() : held.world();
    }

    private static Held start() {
        Path root = Path.of(System.getProperty("footbridge.root"));
        Stack stack = Stack.builder(root, new StateDirectory(root.resolve("deploy/e2e/target/stack")))
                .ports(Ports.free())
                .progress(line -> System.out.println("[stack] " + line))
                .start();
        return new Held(stack, new World(placeOf(stack), new Narrator(System.out)));
    }

    private static Place placeOf(Stack stack) {
        return new Place(stack.gateway(), URI.create(stack.issuer()), stack.mails());
    }
}
