package org.footbridge.common.testsupport;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Class path of the server JVMs, written by the build into this module's classes: the broker's jars must not stand on
 * the class path of whoever starts it.
 */
final class ServerClassPath {

    private static final String FILE = "servers.classpath";

    private ServerClassPath() {}

    static String servers() {
        try (InputStream stream = resource().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String serversAndThisModule() {
        return thisModule() + File.pathSeparator + servers();
    }

    private static Path thisModule() {
        URI uri = URI.create(resource().toString());
        if (uri.getScheme().equals("jar")) {
            String inner = uri.getRawSchemeSpecificPart();
            return Path.of(URI.create(inner.substring(0, inner.indexOf("!/"))));
        }
        Path root = Path.of(uri);
        for (int depth = ServerClassPath.class.getName().split("\\.").length; depth > 0; depth--) {
            root = root.getParent();
        }
        return root;
    }

    private static URL resource() {
        URL url = ServerClassPath.class.getResource(FILE);
        if (url == null) {
            throw new IllegalStateException(
                    FILE + " is missing: build the module once with Maven (phase generate-resources)");
        }
        return url;
    }
}
