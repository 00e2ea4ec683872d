package org.footbridge.gateway.crisis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.footbridge.gateway.GatewayConfig;
import org.footbridge.gateway.proxy.Routes;
import org.footbridge.gateway.proxy.Upstream;
import org.footbridge.gateway.proxy.UpstreamReader;
import org.jboss.logging.Logger;

/**
 * The crisis lines as the directory last published them, kept in memory and on disk over the ones that are bundled with the door
 * (decision 32): whoever asks gets an answer, whatever else is down.
 */
@Singleton
public class CrisisLines {
    private static final Logger LOG = Logger.getLogger(CrisisLines.class);
    private static final String PUBLISHED = "/api/v1/directory/crisis-lines";

    private final ObjectMapper json;
    private final UpstreamReader services;
    private final Upstream directory;
    private final GatewayConfig config;
    private final CrisisHelp bundled;
    private volatile CrisisHelp current;

    public CrisisLines(ObjectMapper json, UpstreamReader services, Routes routes, GatewayConfig config) {
        this.json = json;
        this.services = services;
        this.config = config;
        this.directory = routes.of(PUBLISHED);
        this.bundled = bundled();
        this.current = copy();
    }

    /** What is known now; never waits for anybody. */
    CrisisHelp current() {
        return current;
    }

    void keepFresh(@Observes StartupEvent started, Vertx vertx) {
        refreshing();
        vertx.setPeriodic(config.crisisRefresh().toMillis(), timer -> refreshing());
    }

    private void refreshing() {
        refresh()
                .subscribe()
                .with(
                        done -> LOG.debug("crisis lines are fresh"),
                        failure -> LOG.warnf("the crisis lines stay as they are: %s", failure));
    }

    /** Asks the directory; fails, and changes nothing, where it does not answer with lines. */
    Uni<Void> refresh() {
        return services.get(directory, PUBLISHED)
                .map(this::published)
                .invoke(fresh -> current = fresh)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::write)
                .replaceWithVoid();
    }

    private CrisisHelp published(Buffer answer) {
        Published lines = read(answer.getBytes(), Published.class);
        if (lines.items() == null || lines.items().isEmpty()) {
            throw new IllegalStateException("the answer holds no lines");
        }
        return new CrisisHelp(
                bundled.message(), lines.items().stream().map(Item::line).toList());
    }

    private CrisisHelp copy() {
        Path file = config.crisisCopy();
        try {
            return Files.exists(file) ? json.readValue(file.toFile(), CrisisHelp.class) : bundled;
        } catch (IOException e) {
            LOG.warnf("the copy of the crisis lines cannot be read, so the bundled ones hold: %s", e.getMessage());
            return bundled;
        }
    }

    /** Moved into place whole, so that no start reads half of it. */
    private void write(CrisisHelp help) {
        try {
            Path file = config.crisisCopy().toAbsolutePath();
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "crisis", ".json");
            json.writeValue(fresh.toFile(), help);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CrisisHelp bundled() {
        try (InputStream file = CrisisLines.class.getResourceAsStream("/crisis.json")) {
            return read(file.readAllBytes(), CrisisHelp.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(byte[] bytes, Class<T> type) {
        try {
            return json.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory's list. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Published(List<Item> items) {}

    /** A line in the directory's words. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            String name,
            String callNumber,
            String textNumber,
            String textKeyword,
            String chatUrl,
            String hours,
            List<String> languages,
            List<String> postalPrefixes) {

        CrisisLine line() {
            return new CrisisLine(name, callNumber, textNumber, textKeyword, chatUrl, hours, languages, postalPrefixes);
        }
    }
}
