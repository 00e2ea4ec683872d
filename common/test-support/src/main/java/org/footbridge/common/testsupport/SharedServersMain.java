package org.footbridge.common.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The JVM behind {@link SharedServers}: holds both servers until its owner ends. */
final class SharedServersMain {

    private SharedServersMain() {}

    /** Arguments: process id of the owner, file to publish the addresses in. */
    public static void main(String[] arguments) throws IOException {
        ProcessHandle owner = ProcessHandle.of(Long.parseLong(arguments[0])).orElseThrow();
        Path state = Path.of(arguments[1]);
        // data of tests need not outlive a power cut
        PostgresServer postgres = PostgresServer.builder()
                .setting("fsync", "off")
                .setting("max_connections", "400")
                .build();
        KafkaServer kafka = KafkaServer.builder()
                .jvmOptions(List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                .build();
        try (postgres;
                kafka) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(postgres::start), CompletableFuture.runAsync(kafka::start))
                    .join();
            SharedServers.publish(state, postgres, kafka);
            owner.onExit().join();
        } finally {
            Files.deleteIfExists(state);
        }
    }
}
