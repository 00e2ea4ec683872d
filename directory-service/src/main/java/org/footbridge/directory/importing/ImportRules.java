package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.directory.capacity.CapacityStatus;

/** What a document of the right shape must fulfil besides: one fault for each place that breaks a rule. */
final class ImportRules {
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final ImportDocument document;
    private final Known known;
    private final Instant now;
    private final boolean lenient;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** Ids that may be referred to: those of the document and those that the directory has already. */
    record Known(Set<String> organizations, Set<String> locations) {}

    ImportRules(ImportDocument document, Known known, Instant now) {
        this(document, known, now, false);
    }

    private ImportRules(ImportDocument document, Known known, Instant now, boolean lenient) {
        this.document = document;
        this.known = known;
        this.now = now;
        this.lenient = lenient;
    }

    /** For feeds of others: what the HSDS schema lets pass is odd, not wrong. */
    static ImportRules lenient(ImportDocument document, Known known, Instant now) {
        return new ImportRules(document, known, now, true);
    }

    /** What must be mended before anything is applied. */
    List<Fault> faults() {
        return faults;
    }

    /** What is odd but taken as it is. */
    List<Fault> warnings() {
        return warnings;
    }

    ImportRules check() {
        JsonNode organizations = document.root().path("organizations");
        for (int i = 0; i < organizations.size(); i++) {
            organization(organizations.get(i), "/organizations/" + i);
        }
        JsonNode locations = document.root().path("locations");
        for (int i = 0; i < locations.size(); i++) {
            coordinates(locations.get(i), "/locations/" + i);
        }
        return this;
    }

    private void organization(JsonNode organization, String at) {
        once("organization", organization, at);
        JsonNode parent = organization.path("parent_organization_id");
        if (parent.isTextual() && !known.organizations().contains(parent.asText())) {
            odd(at + "/parent_organization_id", "unknown-organization", "The parent is not in the file or directory.");
        }
        if (parent.asText().equals(organization.path("id").asText())) {
            fault(at + "/parent_organization_id", "own-parent", "An organization cannot be its own parent.");
        }
        JsonNode locations = organization.path("locations");
        for (int i = 0; i < locations.size(); i++) {
            once("location", locations.get(i), at + "/locations/" + i);
            coordinates(locations.get(i), at + "/locations/" + i);
        }
        JsonNode services = organization.path("services");
        for (int i = 0; i < services.size(); i++) {
            service(services.get(i), organization, at + "/services/" + i);
        }
    }

    private void service(JsonNode service, JsonNode organization, String at) {
        once("service", service, at);
        String owner = service.path("organization_id").asText("");
        if (!owner.isEmpty() && !owner.equals(organization.path("id").asText())) {
            fault(at + "/organization_id", "other-organization", "The service is listed under another organization.");
        }
        JsonNode minimum = service.path("minimum_age");
        JsonNode maximum = service.path("maximum_age");
        if (minimum.isNumber() && maximum.isNumber() && minimum.asDouble() > maximum.asDouble()) {
            odd(at + "/maximum_age", "age-range", "The maximum age is below the minimum age.");
        }
        Profile.codes(service, Profile.INSURANCE).stream()
                .filter(code -> !Profile.INSURANCES.contains(code))
                .forEach(code -> warn(at + "/attributes", "unknown-insurance", "Kept, but search does not know it."));
        places(service.path("service_at_locations"), at + "/service_at_locations/");
        JsonNode capacities = service.path("capacities");
        for (int i = 0; i < capacities.size(); i++) {
            capacity(capacities.get(i), at + "/capacities/" + i);
        }
    }

    private void places(JsonNode places, String at) {
        for (int i = 0; i < places.size(); i++) {
            once("service_at_location", places.get(i), at + i);
            coordinates(places.get(i).path("location"), at + i + "/location");
            JsonNode location = places.get(i).path("location_id");
            if (location.isTextual() && !known.locations().contains(location.asText())) {
                odd(at + i + "/location_id", "unknown-location", "The location is not in the file or directory.");
            }
        }
    }

    private void capacity(JsonNode capacity, String at) {
        if (!Profile.isIntake(capacity)) {
            return;
        }
        String status = Profile.codes(capacity, Profile.CAPACITY_STATUS).getFirst();
        if (Arrays.stream(CapacityStatus.values())
                .noneMatch(value -> value.name().equals(status))) {
            fault(at + "/attributes", "unknown-status", "Not one of the capacity statuses.");
        }
        boolean wholeDays =
                Profile.codes(capacity, Profile.WAIT_DAYS).stream().allMatch(days -> days.matches("\\d{1,4}"));
        if (!wholeDays) {
            fault(at + "/attributes", "wait-days", "wait_days must be a whole number of days.");
        }
        JsonNode available = capacity.path("available");
        if (available.asDouble() < 0 || available.asDouble() != Math.rint(available.asDouble())) {
            fault(at + "/available", "whole-number", "Intake places are whole and not negative.");
        }
        if (status.equals(CapacityStatus.HAS_CAPACITY.name()) && available.asInt() == 0) {
            fault(at + "/available", "no-place-left", "A service that has room has at least one place.");
        }
        if (OffsetDateTime.parse(capacity.path("updated").asText()).toInstant().isAfter(now.plus(CLOCK_TOLERANCE))) {
            fault(at + "/updated", "in-the-future", "A capacity cannot have been confirmed in the future.");
        }
    }

    private void coordinates(JsonNode location, String at) {
        if (Math.abs(location.path("latitude").asDouble()) > 90
                || Math.abs(location.path("longitude").asDouble()) > 180) {
            warn(at, "off-the-globe", "The coordinates are kept but not used for distances.");
        }
    }

    private void once(String kind, JsonNode entity, String at) {
        if (!seen.add(kind + entity.path("id").asText())) {
            fault(at + "/id", "duplicate-id", "The same " + kind + " stands in the file twice.");
        }
    }

    private void fault(String at, String code, String message) {
        faults.add(new Fault(document.pointer(at), code, message));
    }

    private void odd(String at, String code, String message) {
        (lenient ? warnings : faults).add(new Fault(document.pointer(at), code, message));
    }

    private void warn(String at, String code, String message) {
        warnings.add(new Fault(document.pointer(at), code, message));
    }
}
