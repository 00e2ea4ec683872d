package org.footbridge.local;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.footbridge.common.testsupport.FreePorts;

/** Which number each port of a stack has. */
public final class Ports {

    private final Map<Port, Integer> numbers = new EnumMap<>(Port.class);

    private Ports(ToIntFunction<Port> number) {
        Arrays.stream(Port.values()).forEach(port -> numbers.put(port, number.applyAsInt(port)));
    }

    /** The documented numbers, which developers and the demo use. */
    public static Ports standard() {
        return new Ports(Port::standard);
    }

    /** Numbers that nobody uses at this moment, so that tests may run beside a developer's stack. */
    public static Ports free() {
        return new Ports(port -> FreePorts.next());
    }

    /** The number of {@code port}. */
    public int of(Port port) {
        return numbers.get(port);
    }

    /** {@code host:port}. */
    public String address(Port port) {
        return "127.0.0.1:" + of(port);
    }
}
