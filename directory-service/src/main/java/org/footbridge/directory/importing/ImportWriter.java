package org.footbridge.directory.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.footbridge.directory.announcing.Announcer;
import org.footbridge.directory.importing.ImportReport.Counts;
import org.footbridge.directory.importing.ImportRepository.Written;
import org.jboss.logging.Logger;

/** Writes a checked document, within the caller's transaction, and tells the bus what changed. */
@ApplicationScoped
class ImportWriter {
    private static final Logger LOG = Logger.getLogger(ImportWriter.class);

    private final ImportRepository repository;
    private final Announcer announcer;
    private final ObjectMapper json;
    private final Clock clock;

    ImportWriter(ImportRepository repository, Announcer announcer, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.announcer = announcer;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Of which records the file names everything below them, so that what is gone from it is gone.
     *
     * @param places for the places of a service
     * @param locations for the locations of an organization
     */
    record Whole(Predicate<UUID> places, Predicate<UUID> locations) {
        static final Whole ALL = new Whole(id -> true, id -> true);
    }

    /** Which of the referred organizations and locations are in the document or the directory. */
    Uni<ImportRules.Known> known(ImportDocument document) {
        JsonNode root = document.root();
        Set<String> own = lower(root.findValuesAsText("id").stream());
        Set<String> referred = lower(Stream.concat(
                root.findValuesAsText("parent_organization_id").stream(),
                root.findValuesAsText("location_id").stream()));
        return repository.known(ImportSql.KNOWN_ORGANIZATIONS, referred).chain(parents -> repository
                .known(ImportSql.KNOWN_LOCATIONS, referred)
                .map(locations -> new ImportRules.Known(union(own, parents), union(own, locations))));
    }

    /** Fields that an import leaves alone take the values of this document. */
    Uni<Void> pinAsSaid(ImportDocument document) {
        ArrayNode services = JsonNodeFactory.instance.arrayNode();
        document.root()
                .path("organizations")
                .forEach(organization -> organization.path("services").forEach(service -> services.addObject()
                        .put("id", service.path("id").asText())
                        .set("document", service)));
        return repository.pinAsSaid(services);
    }

    /** Writes what differs. */
    Uni<ImportCounts> write(ImportDocument document, Whole whole) {
        Terms terms = Terms.of(document);
        return repository
                .terms(terms.missing())
                .invoke(stored -> stored.forEach(term -> terms.found(read(term))))
                .invoke(() -> terms.nestInto(document.root().path("organizations")))
                .chain(() -> apply(ImportRows.of(document), terms, whole));
    }

    private Uni<ImportCounts> apply(ImportRows rows, Terms terms, Whole whole) {
        Instant now = clock.instant();
        List<Counts> counts = new ArrayList<>();
        return repository
                .upsert(ImportSql.TAXONOMIES, terms.taxonomyRows(), now)
                .invoke(written -> counts.add(counts(terms.taxonomyRows().size(), written)))
                .chain(() -> repository.upsert(ImportSql.TERMS, terms.termRows(), now))
                .invoke(written -> counts.add(counts(terms.termRows().size(), written)))
                .chain(() -> repository.upsert(ImportSql.ORGANIZATIONS, rows.organizations(), now))
                .chain(organizations -> records(rows, organizations, counts, whole, now));
    }

    private Uni<ImportCounts> records(
            ImportRows rows, List<Written> organizations, List<Counts> counts, Whole whole, Instant now) {
        List<UUID> sites = new ArrayList<>();
        Set<UUID> changed = new HashSet<>();
        return repository
                .upsert(ImportSql.LOCATIONS, rows.locations(), now)
                .invoke(written -> counts.add(counts(rows.locations().size(), written)))
                .invoke(written -> sites.addAll(ids(written)))
                .chain(() -> repository.upsert(ImportSql.SERVICES, rows.services(), now))
                .chain(services -> places(rows, sites, counts, whole, now)
                        .call(placed -> countOn(placed, services, now))
                        .invoke(changed::addAll)
                        .invoke(() -> changed.addAll(ids(services)))
                        .call(() -> dropLocations(rows, organizations, whole))
                        .chain(() -> capacities(rows, services, now))
                        .invoke(capacities -> changed.addAll(ids(capacities)))
                        .call(() -> announce(organizations, changed))
                        .map(capacities -> new ImportCounts(
                                counts(rows.organizations().size(), organizations),
                                counts(rows.services().size(), services),
                                counts.get(2),
                                counts.get(3),
                                counts(rows.capacities().size(), capacities),
                                counts.get(0),
                                counts.get(1),
                                new Counts(0, 0, 0))))
                .invoke(done -> LOG.infof("imported: %s, %s", done.organizations(), done.services()));
    }

    /** The services whose places are not what they were, be it that only a location is another. */
    private Uni<Set<UUID>> places(ImportRows rows, List<UUID> sites, List<Counts> counts, Whole whole, Instant now) {
        Set<UUID> changed = new HashSet<>();
        List<UUID> complete = StreamSupport.stream(rows.services().spliterator(), false)
                .map(service -> UUID.fromString(service.path("id").asText()))
                .filter(whole.places())
                .toList();
        return repository
                .losingPlaces(rows.places())
                .invoke(changed::addAll)
                .chain(() -> repository.dropPlaces(complete, rows.places().findValuesAsText("id")))
                .invoke(changed::addAll)
                .chain(() -> repository.upsert(ImportSql.PLACES, rows.places(), now))
                .invoke(written -> counts.add(counts(rows.places().size(), written)))
                .invoke(written -> sites.addAll(ids(written)))
                .chain(() -> repository.known(ImportSql.SERVICES_AT, sites))
                .invoke(changed::addAll)
                .replaceWith(changed);
    }

    /** What was written itself is of a new version already. */
    private Uni<Void> countOn(Set<UUID> placed, List<Written> services, Instant now) {
        Set<UUID> others = new HashSet<>(placed);
        others.removeAll(Set.copyOf(ids(services)));
        return repository.countOn(others, now);
    }

    private Uni<List<Written>> capacities(ImportRows rows, List<Written> services, Instant now) {
        return repository
                .makeCapacities(ids(services))
                .chain(() -> repository.confirm(rows.capacities()))
                .call(capacities -> repository.touchServices(ids(capacities), now));
    }

    private Uni<Void> dropLocations(ImportRows rows, List<Written> organizations, Whole whole) {
        Set<String> kept = new HashSet<>();
        rows.locations().forEach(location -> kept.add(location.path("id").asText()));
        return repository.dropLocations(
                ids(organizations).stream().filter(whole.locations()).toList(), kept);
    }

    private Uni<Void> announce(List<Written> organizations, Set<UUID> changed) {
        return announcer.organizationsChanged(ids(organizations)).chain(() -> announcer.servicesChanged(changed));
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored term is not JSON", e);
        }
    }

    private static Counts counts(int all, List<Written> written) {
        int created = (int) written.stream().filter(Written::created).count();
        return new Counts(created, written.size() - created, all - written.size());
    }

    private static List<UUID> ids(List<Written> rows) {
        return rows.stream().map(Written::id).toList();
    }

    private static Set<String> lower(Stream<String> ids) {
        Set<String> set = new HashSet<>();
        ids.forEach(id -> set.add(id.toLowerCase(Locale.ROOT)));
        return set;
    }

    private static Set<String> union(Set<String> own, Collection<UUID> stored) {
        Set<String> all = new HashSet<>(own);
        stored.forEach(id -> all.add(id.toString()));
        return all;
    }
}
