package org.footbridge.local.cli;

import java.util.Optional;

/**
 * One line from the supervisor to a command.
 *
 * @param kind what the command does with it
 * @param text what it prints, or the exit code
 */
record Message(Kind kind, String text) {

    enum Kind {
        /** For standard output. */
        SAY,
        /** For standard error. */
        COMPLAIN,
        /** Every part is healthy. */
        READY,
        /** The last message; the text is the exit code. */
        EXIT
    }

    static Message say(String text) {
        return new Message(Kind.SAY, text);
    }

    static Message complain(String text) {
        return new Message(Kind.COMPLAIN, text);
    }

    static Message ready() {
        return new Message(Kind.READY, "");
    }

    static Message exit(int code) {
        return new Message(Kind.EXIT, Integer.toString(code));
    }

    /** One line on the wire. */
    String encode() {
        return kind + " " + text.replace('\n', ' ');
    }

    static Optional<Message> decode(String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(line.substring(0, space))) {
                return Optional.of(new Message(kind, line.substring(space + 1)));
            }
        }
        return Optional.empty();
    }

    int exitCode() {
        return Integer.parseInt(text);
    }
}
