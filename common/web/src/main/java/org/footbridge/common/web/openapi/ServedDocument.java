package org.footbridge.common.web.openapi;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Serves the document of the API as the build left it. Quarkus would read it at each start and write it anew twice, a fifth
 * of the whole start of a large service, before anybody has asked for it (ADR 055).
 */
@Singleton
class ServedDocument {
    private static final String RESOURCE = OpenApiConstants.BASE_NAME + ".";
    private static final int BEFORE_THE_EXTENSION = -1;

    /** Without a document there is nothing that the extension could prepare. */
    void hide(@Observes @Initialized(ApplicationScoped.class) Object event) {
        OpenApiConstants.classLoader = new ClassLoader(loader()) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return name.startsWith(RESOURCE) ? null : super.getResourceAsStream(name);
            }
        };
    }

    void register(@Observes Router router) {
        for (String path : new String[] {"/q/openapi", "/q/openapi.json", "/q/openapi.yaml", "/q/openapi.yml"}) {
            router.route(path)
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(BEFORE_THE_EXTENSION)
                    .handler(ServedDocument::answer);
        }
    }

    private static void answer(RoutingContext request) {
        boolean json = wantsJson(request);
        request.response()
                .putHeader(
                        HttpHeaders.CONTENT_TYPE, (json ? "application/json" : "application/yaml") + ";charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(Buffer.buffer(read(json ? "JSON" : "YAML")));
    }

    /** As the extension decides it: the path's ending, then the parameter, then what is accepted; YAML otherwise. */
    private static boolean wantsJson(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.contains(".")) {
            return path.endsWith(".json");
        }
        String format = request.request().getParam("format");
        String accepted = format == null ? request.request().getHeader(HttpHeaders.ACCEPT) : format;
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("json");
    }

    private static byte[] read(String format) {
        try (InputStream document = loader().getResourceAsStream(RESOURCE + format)) {
            if (document == null) {
                throw new IllegalStateException("the build left no " + RESOURCE + format);
            }
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
