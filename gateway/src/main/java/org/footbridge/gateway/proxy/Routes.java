package org.footbridge.gateway.proxy;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.footbridge.gateway.GatewayConfig;

/** Which service serves a path, and whether it takes a token to get there. What is not in the table does not exist. */
@Singleton
public class Routes {
    private static final int DEEPEST = 4;
    private static final Pattern MATRIX = Pattern.compile(";[^/]*");

    private final Map<String, Upstream> upstreams = new LinkedHashMap<>();
    private final Map<String, Upstream> byPrefix = new HashMap<>();
    private final List<Line> open;
    private final List<Line> streams;

    public Routes(GatewayConfig config) {
        config.services().forEach((name, service) -> {
            Upstream upstream = Upstream.of(name, service.url(), config.connectTimeout(), config.answerTimeout());
            upstreams.put(name, upstream);
            service.paths().forEach(path -> add(path, upstream));
        });
        this.open = config.open().stream().map(Line::parse).toList();
        this.streams = config.streams().stream().map(Line::parse).toList();
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
        return holds(open, method, path);
    }

    /** Whether the answer has no end of its own, however the path is written: a service knows it by all of these names. */
    boolean isStream(String method, String normalized) {
        String plain = MATRIX.matcher(normalized).replaceAll("");
        return holds(streams, method, plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain);
    }

    private static boolean holds(List<Line> lines, String method, String path) {
        for (Line each : lines) {
            if (each.matches(method, path)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A line of the lists of what needs no token and of what does not end. A star stands for one segment, at the end for one or more.
     */
    private record Line(String method, Pattern path) {

        private static Line parse(String line) {
            String[] parts = line.trim().split(" +");
            if (parts.length != 2) {
                throw new IllegalArgumentException("not a method and a path: " + line);
            }
            boolean below = parts[1].endsWith("/*");
            String path = below ? parts[1].substring(0, parts[1].length() - 2) : parts[1];
            String shape =
                    Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+"));
            return new Line(parts[0], Pattern.compile(below ? shape + "(/.*)?" : shape));
        }

        private boolean matches(String asked, String askedPath) {
            boolean sameMethod = asked.equals(method) || (asked.equals("HEAD") && method.equals("GET"));
            return sameMethod && path.matcher(askedPath).matches();
        }
    }
}
