package org.footbridge.referral.roster.oneroster;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of a package: all are counted, the first thousand are kept. */
public final class Faults {
    private static final int KEPT = 1000;

    private final List<ImportFault> kept = new ArrayList<>();
    private int count;

    void add(String file, Integer row, String column, String code, String expected) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new ImportFault(file, row, column, code, expected));
        }
    }

    void ofPackage(String code, String expected) {
        add(null, null, null, code, expected);
    }

    void ofFile(String file, String code, String expected) {
        add(file, null, null, code, expected);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public int count() {
        return count;
    }

    public List<ImportFault> kept() {
        return List.copyOf(kept);
    }
}
