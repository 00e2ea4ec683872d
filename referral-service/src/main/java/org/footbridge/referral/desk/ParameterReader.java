package org.footbridge.referral.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** Reads query parameters one by one and keeps their faults, so that all are named at once. */
public final class ParameterReader {
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Pattern NUMBER = Pattern.compile("[0-9A-HJKMNP-TV-Z]{8}");

    private final List<Fault> faults = new ArrayList<>();

    /** {@code null} where the parameter is missing or wrong. */
    public <E extends Enum<E>> E one(String name, String text, Class<E> codes) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElseGet(() -> fault(name, "unknown-value", "One of the documented codes is expected."));
    }

    /** Empty where the parameter is missing. */
    public <E extends Enum<E>> Set<E> any(String name, List<String> texts, Class<E> codes) {
        Set<E> found = EnumSet.noneOf(codes);
        for (String text : texts == null ? List.<String>of() : texts) {
            E code = one(name, text, codes);
            if (code != null) {
                found.add(code);
            }
        }
        return found;
    }

    /** {@code null} where the parameter is missing or wrong. */
    public UUID id(String name, String text) {
        if (text == null || ID.matcher(text).matches()) {
            return text == null ? null : UUID.fromString(text);
        }
        return fault(name, "uuid", "An id of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx is expected.");
    }

    /**
     * A number for humans as somebody types it: in small letters, without its prefix, with letters that look like digits.
     *
     * @return as it is kept; {@code null} where the parameter is missing or wrong
     */
    public String number(String name, String text) {
        if (text == null) {
            return null;
        }
        String typed = text.strip().toUpperCase(Locale.ROOT);
        String bare = typed.startsWith("FB-") ? typed.substring("FB-".length()) : typed;
        String digits = bare.replace('O', '0').replace('I', '1').replace('L', '1');
        return NUMBER.matcher(digits).matches()
                ? "FB-" + digits
                : fault(name, "number", "A number such as FB-7K3M9Q2X is expected.");
    }

    /** {@code null} where the parameter is missing or too long. */
    public String text(String name, String text, int longest) {
        return text == null || text.length() <= longest
                ? text
                : fault(name, "size", "At most " + longest + " characters are expected.");
    }

    /** {@code null} where the parameter is missing or wrong. */
    public Boolean flag(String name, String text) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        return fault(name, "boolean", "true or false is expected.");
    }

    /** The parameters {@code from}, {@code to} and {@code zone}, each of which may be {@code null}. */
    public Days days(String from, String to, String zone) {
        LocalDate first = read("from", from, LocalDate::parse, "date", "A date such as 2026-09-30 is expected.");
        LocalDate last = read("to", to, LocalDate::parse, "date", "A date such as 2026-09-30 is expected.");
        ZoneId in = read("zone", zone, ZoneId::of, "zone", "An IANA zone such as America/Chicago is expected.");
        if (first != null && last != null && last.isBefore(first)) {
            fault("to", "before-from", "A day that is not before from is expected.");
        }
        return new Days(first, last, in);
    }

    /** Throws a 400 with all faults, where there are some. */
    public void refuse() {
        if (!faults.isEmpty()) {
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER, faults.size() + " fault(s), each with its place.", faults);
        }
    }

    private <T> T read(String name, String text, Function<String, T> reader, String code, String message) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            return fault(name, code, message);
        }
    }

    private <T> T fault(String name, String code, String message) {
        faults.add(new Fault("query/" + name, code, message));
        return null;
    }
}
