package org.footbridge.local.demo;

import java.io.PrintStream;

/** Tells the story: what happens, and the HTTP call that makes it happen. */
public final class Narrator {
    private final PrintStream out;
    private boolean telling = true;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    /** Says nothing. */
    public static Narrator silent() {
        Narrator narrator = new Narrator(System.out);
        narrator.telling = false;
        return narrator;
    }

    /** A step of the story. */
    public void step(String text) {
        if (telling) {
            out.println();
            out.println("* " + text);
        }
    }

    /** What was seen. */
    public void seen(String text) {
        if (telling) {
            out.println("    -> " + text);
        }
    }

    void call(String method, String path, String account, int status) {
        if (telling) {
            out.printf("    %-6s %s  [%s]  %d%n", method, path, account == null ? "no token" : account, status);
        }
    }

    /** For what repeats many times: only its end is worth a line. */
    public void quietly(Runnable work) {
        boolean before = telling;
        telling = false;
        try {
            work.run();
        } finally {
            telling = before;
        }
    }
}
