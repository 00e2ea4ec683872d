package org.footbridge.referral.roster.oneroster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** manifest.csv: which files the package holds, and in which mode. */
final class Manifest {
    static final String FILE = "manifest.csv";
    private static final String PREFIX = "file.";

    private final Faults faults;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, Integer> rowOf = new HashMap<>();

    private Manifest(Faults faults) {
        this.faults = faults;
    }

    /** The data files that are to be read, without their ending; what is wrong goes to the faults. */
    static Set<String> check(Map<String, byte[]> files, Faults faults) {
        if (!files.containsKey(FILE)) {
            faults.ofFile(FILE, "manifest-missing", "a manifest at the root of the archive");
            return Set.of();
        }
        Manifest manifest = new Manifest(faults);
        List<String[]> rows = new TableReader(FILE, faults).read(files.get(FILE), List.of("propertyName", "value"));
        if (rows == null) {
            return Set.of();
        }
        manifest.take(rows);
        manifest.requireVersions();
        Set<String> bulk = manifest.bulkFiles();
        manifest.compare(files.keySet(), bulk);
        return bulk;
    }

    private void take(List<String[]> rows) {
        for (int i = 0; i < rows.size(); i++) {
            String name = rows.get(i)[0];
            if (name == null) {
                faults.add(FILE, Table.rowNumber(i), "propertyName", "required", "a property's name");
            } else if (properties.putIfAbsent(name, rows.get(i)[1] == null ? "" : rows.get(i)[1]) != null) {
                faults.add(FILE, Table.rowNumber(i), "propertyName", "duplicate", "each property once");
            } else {
                rowOf.put(name, Table.rowNumber(i));
            }
        }
    }

    private void requireVersions() {
        require("manifest.version", "1.0");
        require("oneroster.version", "1.2");
    }

    private void require(String name, String value) {
        if (!value.equals(properties.get(name))) {
            faults.add(FILE, rowOf.get(name), "value", "manifest-version", name + " " + value);
        }
    }

    private Set<String> bulkFiles() {
        Set<String> bulk = new HashSet<>();
        for (String file : Format.FILES.stream().sorted().toList()) {
            String mode = properties.getOrDefault(PREFIX + file, "");
            switch (mode) {
                case "bulk" -> bulk.add(file);
                case "absent" -> requireOptional(file);
                case "delta" ->
                    faults.add(FILE, rowOf.get(PREFIX + file), "value", "delta-unsupported", "bulk or absent");
                default ->
                    faults.add(FILE, rowOf.get(PREFIX + file), "value", "manifest-mode", "bulk or absent for " + file);
            }
        }
        properties.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !Format.FILES.contains(name.substring(PREFIX.length())))
                .sorted()
                .forEach(name ->
                        faults.add(FILE, rowOf.get(name), "propertyName", "manifest-file", "a file of OneRoster 1.2"));
        return bulk;
    }

    private void requireOptional(String file) {
        if (Format.NEEDED.contains(file)) {
            faults.add(FILE, rowOf.get(PREFIX + file), "value", "file-needed", "bulk: no roster without " + file);
        }
    }

    /** What is declared is there, and what is there is declared. */
    private void compare(Set<String> present, Set<String> bulk) {
        for (String file : bulk.stream().sorted().toList()) {
            if (!present.contains(file + ".csv")) {
                faults.ofFile(file + ".csv", "file-missing", "the file that the manifest declares");
            }
        }
        for (String name : present.stream().sorted().toList()) {
            String file = name.endsWith(".csv") ? name.substring(0, name.length() - ".csv".length()) : "";
            boolean declaredDelta = "delta".equals(properties.get(PREFIX + file));
            if (!name.equals(FILE) && !bulk.contains(file) && !declaredDelta) {
                faults.ofFile(name, "file-undeclared", "only files that the manifest declares");
            }
        }
    }
}
