package org.footbridge.directory.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.directory.importing.ImportService;

/**
 * Reads and writes records for their editors. A record is written through the import, so that an edit and a file obey the same
 * rules, tell the same events and cannot drift apart.
 */
@ApplicationScoped
public class EditingService {
    private final RecordRepository records;
    private final ImportService imports;
    private final Clock clock;

    EditingService(RecordRepository records, ImportService imports, Clock clock) {
        this.records = records;
        this.imports = imports;
        this.clock = clock;
    }

    @WithTransaction
    Uni<StoredRecord> organization(UUID id, Editor editor) {
        return mine(records.organization(id, editor));
    }

    @WithTransaction
    Uni<StoredRecord> service(UUID id, Editor editor) {
        return mine(records.service(id, editor));
    }

    @WithTransaction
    Uni<StoredRecord> putOrganization(UUID id, Editor editor, long expected, RecordRequest request) {
        return mine(records.lockedOrganization(id, editor))
                .invoke(stored -> Version.require(expected, stored.version()))
                .chain(stored -> writeOrganization(stored, editor, request))
                .chain(() -> organization(id, editor));
    }

    /** A district's editor curates what he or she adds; 409 where the id is taken. */
    @WithTransaction
    Uni<StoredRecord> addOrganization(Editor editor, RecordRequest request) {
        UUID id = idOf(request);
        Visibility visibility = request.visibility() == null ? Visibility.PUBLIC : request.visibility();
        StoredRecord blank = new StoredRecord(
                id,
                id,
                visibility.stored(),
                editor.tenant(),
                0,
                true,
                request.record().objectNode());
        return records.organization(id, editor)
                .invoke(EditingService::requireFree)
                .chain(() -> writeOrganization(blank, editor, request))
                .chain(() -> organization(id, editor));
    }

    @WithTransaction
    Uni<StoredRecord> putService(UUID id, Editor editor, long expected, RecordRequest request) {
        return service(id, editor)
                .chain(seen -> records.lockedOrganization(seen.organization(), editor))
                .chain(() -> mine(records.lockedService(id, editor)))
                .invoke(stored -> Version.require(expected, stored.version()))
                .chain(stored -> writeService(stored, editor, request))
                .chain(() -> service(id, editor));
    }

    /** Of an organization that the caller edits; 409 where the id is taken. */
    @WithTransaction
    Uni<StoredRecord> addService(UUID organization, Editor editor, RecordRequest request) {
        UUID id = idOf(request);
        Visibility visibility = request.visibility() == null ? Visibility.PUBLIC : request.visibility();
        StoredRecord blank = new StoredRecord(
                id,
                organization,
                visibility.stored(),
                editor.tenant(),
                0,
                true,
                request.record().objectNode());
        return mine(records.lockedOrganization(organization, editor))
                .chain(() -> records.service(id, editor))
                .invoke(EditingService::requireFree)
                .chain(() -> writeService(blank, editor, request))
                .chain(() -> service(id, editor));
    }

    private Uni<Void> writeOrganization(StoredRecord stored, Editor editor, RecordRequest request) {
        ObjectNode record = request.record();
        List<Fault> faults = new ArrayList<>(RecordRules.ownId(record, stored.id()));
        faults.addAll(RecordRules.organization(record, stored.document(), editor.platform()));
        faults.addAll(visibility(request, editor));
        if (!editor.platform()) {
            RecordRules.namingTermsOnly(record);
        }
        return records.foreignLocations(RecordRules.locations(record), stored.id())
                .invoke(foreign -> refuse(faults, foreign, "/record/locations"))
                .chain(() -> load(record, ""))
                .chain(() -> records.openAsSaid(RecordRules.locations(record)))
                .chain(() -> show(Kind.ORGANIZATION, stored, request));
    }

    private Uni<Void> writeService(StoredRecord stored, Editor editor, RecordRequest request) {
        ObjectNode record = request.record();
        List<Fault> faults = new ArrayList<>(RecordRules.ownId(record, stored.id()));
        faults.addAll(visibility(request, editor));
        record.put("organization_id", stored.organization().toString());
        // how much room there is has an operation of its own
        ArrayNode capacities = record.putArray("capacities");
        stored.document().path("capacities").forEach(capacities::add);
        if (!editor.platform()) {
            RecordRules.namingTermsOnly(record);
        }
        return records.foreignLocations(sites(record, stored, editor), stored.organization())
                .chain(foreign -> records.foreignPlaces(RecordRules.places(record), stored.id())
                        .invoke(places -> {
                            refuse(faults, places, "/record/service_at_locations");
                            refuse(faults, foreign, "/record/service_at_locations");
                        }))
                .chain(() -> records.organization(stored.organization(), editor))
                .chain(organization -> load(with(organization.document(), record), "/services/0"))
                .chain(() -> records.openAsSaid(RecordRules.locations(record)))
                .chain(() -> show(Kind.SERVICE, stored, request));
    }

    /** Somebody else's site stays where it was named before; only the platform brings a service to a new one. */
    private static List<String> sites(ObjectNode record, StoredRecord stored, Editor editor) {
        List<String> sites = new ArrayList<>(RecordRules.locations(record));
        if (!editor.platform()) {
            List<String> before = RecordRules.namedLocations(stored.document());
            RecordRules.namedLocations(record).stream()
                    .filter(site -> before.stream().noneMatch(site::equalsIgnoreCase))
                    .forEach(sites::add);
        }
        return sites;
    }

    /** As one organization of a document: what else the record calls its own is a member of it, and no record of others. */
    private Uni<Void> load(ObjectNode organization, String prefix) {
        ObjectNode document = organization.objectNode();
        document.putArray("organizations").add(organization);
        return imports.edit(document)
                .onFailure(Problem.class)
                .transform(failure -> relocated((Problem) failure, "/organizations/0" + prefix))
                .replaceWithVoid();
    }

    private Uni<Void> show(Kind kind, StoredRecord stored, RecordRequest request) {
        Visibility visibility =
                request.visibility() == null ? Visibility.of(stored.visibility()) : request.visibility();
        return records.show(kind, stored.id(), visibility, stored.curator(), clock.instant());
    }

    private static ObjectNode with(ObjectNode organization, ObjectNode service) {
        ObjectNode document = organization.deepCopy();
        document.putArray("services").add(service);
        return document;
    }

    /** A district shows to itself what it curates; an agency has no district to show to. */
    private static List<Fault> visibility(RecordRequest request, Editor editor) {
        return request.visibility() == Visibility.DISTRICT && editor.tenant() == null
                ? List.of(new Fault(
                        "/visibility", "no-district", "Only a district's editor shows a record to the district."))
                : List.of();
    }

    private static UUID idOf(RecordRequest request) {
        JsonNode id = request.record().path("id");
        try {
            return id.isTextual() ? UUID.fromString(id.asText()) : Ids.next();
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    CommonProblem.INVALID,
                    "1 fault(s), each with its place.",
                    List.of(new Fault("/record/id", "format", "A UUID.")));
        }
    }

    private static void refuse(List<Fault> faults, Set<String> foreign, String pointer) {
        List<Fault> all = new ArrayList<>(faults);
        if (!foreign.isEmpty()) {
            all.add(new Fault(pointer, "not-yours", "Holds the id of somebody else's record."));
        }
        if (!all.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, all.size() + " fault(s); nothing was changed.", all);
        }
    }

    /** The import's faults, by their places in the record. */
    private static Problem relocated(Problem problem, String prefix) {
        List<Fault> faults = problem.faults().stream()
                .map(fault -> new Fault(
                        "/record"
                                + (fault.pointer().startsWith(prefix)
                                        ? fault.pointer().substring(prefix.length())
                                        : fault.pointer()),
                        fault.code(),
                        fault.message()))
                .toList();
        return new Problem(problem.type(), faults.size() + " fault(s); nothing was changed.", faults);
    }

    private static Uni<StoredRecord> mine(Uni<StoredRecord> found) {
        return found.map(record -> record != null && record.mine() ? record : null)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such record of this caller."));
    }

    private static void requireFree(StoredRecord taken) {
        if (taken != null) {
            throw CommonProblem.ALREADY_EXISTS.because("The id is taken; leave it out and get a new one.");
        }
    }
}
