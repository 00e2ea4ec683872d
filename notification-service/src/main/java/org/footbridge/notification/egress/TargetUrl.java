package org.footbridge.notification.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A URL that somebody wants to be called, taken apart strictly: whatever two parsers could read differently is refused.
 *
 * @param host a DNS name in lower case, or a literal address without brackets
 * @param literal the address where the host is one
 */
public record TargetUrl(boolean secure, String host, Optional<InetAddress> literal, int port, String path) {
    private static final int LONGEST = 2000;
    private static final int FIRST_UNPRIVILEGED = 1024;
    private static final Set<Integer> ODD_PORTS_ALLOWED = Set.of(80, 443);
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");

    /** Why a URL is refused: a code for programs and a sentence for people. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(String code, String message) {
            super(message);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Takes a URL apart. */
    public static TargetUrl parse(String text) throws Refused {
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new Refused("scheme", "The URL must begin with https://.");
        }
        if (uri.getRawUserInfo() != null || text.contains("@")) {
            throw new Refused("user-info", "The URL must not hold a user name or password.");
        }
        if (uri.getRawFragment() != null) {
            throw new Refused("fragment", "The URL must not have a fragment.");
        }
        if (uri.getHost() == null) {
            throw new Refused("host", "The URL's host is neither a DNS name nor an address.");
        }
        boolean secure = scheme.equals("https");
        int port = port(uri, secure);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        Optional<InetAddress> literal = literal(host);
        if (literal.isEmpty()) {
            requireName(host);
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new TargetUrl(secure, bare, literal, port, path(uri));
    }

    private static URI uri(String text) throws Refused {
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new Refused("form", "The URL must be ASCII without spaces, at most " + LONGEST + " characters.");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new Refused("form", "This is not a URL.");
        }
    }

    private static int port(URI uri, boolean secure) throws Refused {
        if (uri.getPort() == -1) {
            return secure ? 443 : 80;
        }
        if (uri.getPort() > 65_535
                || uri.getPort() < FIRST_UNPRIVILEGED && !ODD_PORTS_ALLOWED.contains(uri.getPort())) {
            throw new Refused("port", "The port must be 443 or one from 1024 on.");
        }
        return uri.getPort();
    }

    private static Optional<InetAddress> literal(String host) throws Refused {
        if (host.startsWith("[")) {
            if (host.contains("%")) {
                throw new Refused("host", "An address must not name a zone.");
            }
            return Optional.of(address(host.substring(1, host.length() - 1)));
        }
        // RFC 6761: this name is loopback, whatever a resolver says
        String name = host.equals("localhost") ? "127.0.0.1" : host;
        return IPV4.matcher(name).matches() ? Optional.of(address(name)) : Optional.empty();
    }

    private static InetAddress address(String literal) throws Refused {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new Refused("host", "The URL's host is neither a DNS name nor an address.");
        }
    }

    /** A public name has at least two labels, and its last one is no number: no 127.1, no 0x7f000001, no localhost. */
    private static void requireName(String host) throws Refused {
        String[] labels = host.split("\\.", -1);
        String last = labels[labels.length - 1];
        boolean wellFormed = labels.length > 1 && host.length() <= 253;
        for (String label : labels) {
            wellFormed &= LABEL.matcher(label).matches();
        }
        if (!wellFormed || Character.isDigit(last.charAt(0))) {
            throw new Refused("host", "The URL's host must be a full DNS name or an address.");
        }
        if (Set.of("localhost", "local", "internal", "localdomain", "arpa", "onion", "invalid")
                .contains(last)) {
            throw new Refused("private-name", "The URL's host is a name for private use.");
        }
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
