package org.footbridge.referral.attachment;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a file without what could lead elsewhere or read as something else than it is. */
record FileName(String text) {
    private static final int LONGEST = 100;
    private static final Pattern EXTENDED = Pattern.compile("filename\\*=UTF-8''([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("filename=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);

    /**
     * Of a request's {@code Content-Disposition} (RFC 6266).
     *
     * @param header {@code null} where it is missing
     */
    static FileName of(String header, MediaKind kind) {
        String name = header == null ? "" : named(header);
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints().filter(FileName::isVisible).limit(LONGEST).forEach(clean::appendCodePoint);
        String bare = clean.toString().strip().replaceAll("^\\.+", "").strip();
        String kept = bare.isEmpty() ? "file" : bare;
        return new FileName(hasExtension(kept, kind) ? kept : kept + "." + kind.extension());
    }

    private static String named(String header) {
        Matcher extended = EXTENDED.matcher(header);
        if (extended.find()) {
            return decoded(extended.group(1));
        }
        Matcher plain = PLAIN.matcher(header);
        return plain.find() ? plain.group(1) : "";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** No control characters, and no marks that turn the direction of reading: they make {@code exe.fdp} of {@code pdf.exe}. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> character != '"' && character != ';';
        };
    }

    private static boolean hasExtension(String name, MediaKind kind) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return lower.endsWith("." + kind.extension()) || (kind == MediaKind.JPEG && lower.endsWith(".jpeg"));
    }

    /** The {@code Content-Disposition} of a download: never shown in the browser. */
    String disposition() {
        String ascii = text.replaceAll("[^A-Za-z0-9._ -]", "_");
        String extended = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + extended;
    }
}
