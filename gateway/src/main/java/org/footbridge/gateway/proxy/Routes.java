package org.footbridge.gateway.proxy;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footbridge.gateway.GatewayConfig;

/** Which service serves a path, and whether it takes a token to get there. What is not in the table does not exist. */
@Singleton
public class Routes {
    private static final int DEEPEST = 4;

    private final Map<String, Upstream> upstreams = new LinkedHashMap<>();
    private final Map<String, Upstream> byPrefix = new HashMap<>();
    private final List<OpenPath> open;

    public Routes(GatewayConfig config) {
        config.services().forEach((name, service) -> {
            Upstream upstream = Upstream.of(name, service.url(), config.connectTimeout(), config.answerTimeout());
            upstreams.put(name, upstream);
            service.paths().forEach(path -> add(path, upstream));
        });
        this.open = config.open().stream().map(OpenPath::parse).toList();
    }

    private void add(String path, Upstream upstream) {
        if (byPrefix.put(path, upstream) != null) {
            throw new IllegalStateException("two services claim " + path);
        }
    }

    /** The services behind the door. */
    public Collection<Upstream> upstreams() {
        return upstreams.values();
    }

    /** The service of a path, {@code null} where there is none. The longest prefix of whole segments wins. */
    public Upstream of(String path) {
        Upstream found = null;
        int end = 0;
        for (int depth = 0; depth < DEEPEST && end < path.length(); depth++) {
            int next = path.indexOf('/', end + 1);
            end = next < 0 ? path.length() : next;
            Upstream longer = byPrefix.get(path.substring(0, end));
            found = longer == null ? found : longer;
        }
        return found;
    }

    boolean isOpen(String method, String path) {
        for (OpenPath each : open) {
            if (each.matches(method, path)) {
                return true;
            }
        }
        return false;
    }

    /** A line of the list of what needs no token. */
    private record OpenPath(String method, String path, boolean andBelow) {

        private static OpenPath parse(String line) {
            String[] parts = line.trim().split(" +");
            if (parts.length != 2) {
                throw new IllegalArgumentException("not a method and a path: " + line);
            }
            boolean below = parts[1].endsWith("/*");
            return new OpenPath(parts[0], below ? parts[1].substring(0, parts[1].length() - 2) : parts[1], below);
        }

        private boolean matches(String asked, String askedPath) {
            boolean sameMethod = asked.equals(method) || (asked.equals("HEAD") && method.equals("GET"));
            return sameMethod
                    && (askedPath.equals(path)
                            || (andBelow && askedPath.startsWith(path) && askedPath.charAt(path.length()) == '/'));
        }
    }
}
