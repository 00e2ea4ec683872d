package org.footbridge.notification.egress;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Configuration of the way out for plain tests. */
record TestEgress(List<String> opened, Duration timeout) implements EgressConfig {

    static TestEgress closed() {
        return new TestEgress(List.of(), Duration.ofSeconds(2));
    }

    static TestEgress openTo(String... cidrs) {
        return new TestEgress(List.of(cidrs), Duration.ofSeconds(2));
    }

    @Override
    public Optional<List<String>> allowCidrs() {
        return opened.isEmpty() ? Optional.empty() : Optional.of(opened);
    }

    @Override
    public Optional<Path> addedAuthorities() {
        return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
        return timeout;
    }
}
