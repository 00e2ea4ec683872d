package org.footbridge.local;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the stack consists of, in the order of starting, each with its ports and the options of its JVM. */
public enum Part {
    POSTGRES("postgres", List.of(Port.POSTGRES), List.of()),
    KAFKA("kafka", List.of(Port.KAFKA, Port.KAFKA_CONTROLLER), List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC")),
    KEYCLOAK("keycloak", List.of(Port.KEYCLOAK), List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC")),
    SMTP("smtp", List.of(Port.SMTP, Port.MAILS), List.of()),
    DIRECTORY("directory-service", List.of(Port.DIRECTORY), Jvm.SERVICE),
    REFERRAL("referral-service", List.of(Port.REFERRAL), Jvm.SERVICE),
    NOTIFICATION("notification-service", List.of(Port.NOTIFICATION), Jvm.SERVICE),
    FEEDBACK("feedback-service", List.of(Port.FEEDBACK), Jvm.SERVICE),
    GATEWAY("gateway", List.of(Port.GATEWAY), Jvm.SERVICE);

    private static final String SERVICE_SUFFIX = "-service";

    private final String partName;
    private final List<Port> ports;
    private final List<String> jvmOptions;

    Part(String partName, List<Port> ports, List<String> jvmOptions) {
        this.partName = partName;
        this.ports = ports;
        this.jvmOptions = jvmOptions;
    }

    /** Name on the command line, in messages and of the log file; for services also the folder of the module. */
    public String partName() {
        return partName;
    }

    /** The part that {@code name} means; a service may be named without {@code -service}. */
    public static Optional<Part> named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.partName.equals(name) || part.partName.equals(name + SERVICE_SUFFIX))
                .findFirst();
    }

    /** For messages. */
    public static String names(Collection<Part> parts) {
        return parts.stream().map(Part::partName).collect(Collectors.joining(", "));
    }

    /** Whether it is one of ours, built in this repository. */
    public boolean isService() {
        return ordinal() > SMTP.ordinal();
    }

    /** Whether it has a database of its own, named {@link #shortName()}. */
    public boolean hasDatabase() {
        return isService() && this != GATEWAY;
    }

    /** Name without {@code -service}: that of the database, the roles and the settings. */
    public String shortName() {
        return partName.endsWith(SERVICE_SUFFIX)
                ? partName.substring(0, partName.length() - SERVICE_SUFFIX.length())
                : partName;
    }

    /** The port that clients use first, then the others. */
    public List<Port> ports() {
        return ports;
    }

    List<String> jvmOptions() {
        return jvmOptions;
    }

    /** Apart, because an enum's constants are made before its own static fields. */
    private static final class Jvm {
        /** The heap gives back what a busy moment took: what is alive of the largest service is a third of the limit. */
        static final List<String> SERVICE = List.of(
                "-Xms32m",
                "-Xmx160m",
                "-Xmn16m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=25",
                "-XX:+UseSerialGC");
    }
}
