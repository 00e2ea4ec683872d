package org.footbridge.referral.lifecycle;

import java.util.Locale;

/** A command's name outside: the last part of its path, as in {@code end-not-served}. */
public final class CommandNames {
    private CommandNames() {}

    public static String of(Enum<?> command) {
        return command.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
