package org.footbridge.common.web.request;

import java.util.regex.Pattern;

/** A path as a log may show it: where a segment is a key by itself, whoever reads the log must not hold it. */
public final class LoggedPath {
    private static final Pattern KEY =
            Pattern.compile("^(/consent/|/calendar/|/api/v1/notifications/unsubscribe/)[^/]+");

    private LoggedPath() {}

    /**
     * The path without what is a key.
     *
     * @param path as requested, without its query
     */
    public static String of(String path) {
        return KEY.matcher(path).replaceFirst("$1***");
    }
}
