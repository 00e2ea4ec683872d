package org.footbridge.gateway.proxy;

import java.util.Locale;

/** Paths that a service might read differently from the door: whoever sends them wants in by another way. */
final class PathGuard {
    private PathGuard() {}

    /** Whether the raw path holds an encoded slash, backslash or NUL, a dot segment, an empty segment or a bad escape. */
    static boolean isSuspicious(String path) {
        if (path == null || path.isEmpty() || path.charAt(0) != '/' || path.indexOf('\\') >= 0) {
            return true;
        }
        if (path.indexOf('%') < 0) {
            return path.contains("//") || hasDotSegment(path);
        }
        return hasBadEscape(path) || path.contains("//") || hasDotSegment(path.replaceAll("%2[eE]", "."));
    }

    private static boolean hasBadEscape(String path) {
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 >= path.length() || !isHex(path.charAt(at + 1)) || !isHex(path.charAt(at + 2))) {
                return true;
            }
            switch (path.substring(at + 1, at + 3).toLowerCase(Locale.ROOT)) {
                case "2f", "5c", "00", "0a", "0d", "25" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isHex(char character) {
        return Character.digit(character, 16) >= 0;
    }

    private static boolean hasDotSegment(String path) {
        return path.contains("/./")
                || path.contains("/../")
                || path.endsWith("/.")
                || path.endsWith("/..")
                || path.contains("/..;")
                || path.contains("/.;");
    }
}
