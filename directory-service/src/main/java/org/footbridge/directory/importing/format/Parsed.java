package org.footbridge.directory.importing.format;

import java.util.ArrayList;
import java.util.List;
import org.footbridge.common.web.problem.Fault;

/** What was read from a file: its records, what cannot be read, and what is odd. */
public final class Parsed {
    /** Nobody mends more than that at a time, and a hostile file has as many as it likes. */
    private static final int MOST = 1_000;

    private final List<Record> records = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();

    public List<Record> records() {
        return records;
    }

    public List<Fault> faults() {
        return faults;
    }

    public List<Fault> warnings() {
        return warnings;
    }

    void add(Record read) {
        records.add(read);
    }

    void fault(String pointer, String code, String message) {
        add(faults, new Fault(cut(pointer), code, message));
    }

    void warn(String pointer, String code, String message) {
        add(warnings, new Fault(cut(pointer), code, message));
    }

    private static void add(List<Fault> all, Fault one) {
        if (all.size() < MOST) {
            all.add(one);
        } else if (all.size() == MOST) {
            all.add(new Fault("", "and-more", "There are more of them than these " + MOST + "."));
        }
    }

    private static String cut(String pointer) {
        return pointer.length() > 500 ? pointer.substring(0, 500) : pointer;
    }
}
