package org.footbridge.directory.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.directory.announcing.Announcer;
import org.footbridge.directory.importing.ImportRepository.Written;
import org.jboss.logging.Logger;

/** Takes an HSDS document in: all of it or nothing. */
@ApplicationScoped
public class ImportService {
    private static final Logger LOG = Logger.getLogger(ImportService.class);
    private static final int MOST_FAULTS = 1000;

    private final ImportSchema schema;
    private final ImportRepository repository;
    private final Announcer announcer;
    private final ObjectMapper json;
    private final Clock clock;

    public ImportService(
            ImportSchema schema, ImportRepository repository, Announcer announcer, ObjectMapper json, Clock clock) {
        this.schema = schema;
        this.repository = repository;
        this.announcer = announcer;
        this.json = json;
        this.clock = clock;
    }

    /** Fails with 422 and every fault where there is one; then nothing was changed. */
    @WithTransaction
    public Uni<ImportReport> load(JsonNode sent) {
        ImportDocument document = ImportDocument.of(sent);
        refuse(schema.faults(document));
        Terms terms = Terms.of(document);
        return known(document)
                .map(known -> check(document, known))
                .call(warnings -> nestTerms(document, terms))
                .chain(warnings -> apply(ImportRows.of(document), terms, warnings));
    }

    private Uni<ImportRules.Known> known(ImportDocument document) {
        JsonNode organizations = document.root().path("organizations");
        Set<String> ownOrganizations = lower(organizations.findValuesAsText("id").stream());
        Set<String> referred = lower(Stream.concat(
                organizations.findValuesAsText("parent_organization_id").stream(),
                organizations.findValuesAsText("location_id").stream()));
        return repository.known(ImportSql.KNOWN_ORGANIZATIONS, referred).chain(parents -> repository
                .known(ImportSql.KNOWN_LOCATIONS, referred)
                .map(locations ->
                        new ImportRules.Known(union(ownOrganizations, parents), union(ownOrganizations, locations))));
    }

    private List<Fault> check(ImportDocument document, ImportRules.Known known) {
        ImportRules rules = new ImportRules(document, known, clock.instant()).check();
        refuse(rules.faults());
        return rules.warnings().stream().limit(MOST_FAULTS).toList();
    }

    private Uni<Void> nestTerms(ImportDocument document, Terms terms) {
        return repository
                .terms(terms.missing())
                .invoke(stored -> stored.forEach(term -> terms.found(read(term))))
                .invoke(() -> terms.nestInto(document.root().path("organizations")))
                .replaceWithVoid();
    }

    private Uni<ImportReport> apply(ImportRows rows, Terms terms, List<Fault> warnings) {
        Instant now = clock.instant();
        return repository
                .upsert(ImportSql.TAXONOMIES, terms.taxonomyRows(), now)
                .chain(() -> repository.upsert(ImportSql.TERMS, terms.termRows(), now))
                .chain(() -> repository.upsert(ImportSql.ORGANIZATIONS, rows.organizations(), now))
                .chain(organizations -> writeServices(rows, now)
                        .call(() -> dropLocations(rows, organizations))
                        .chain(services -> writeCapacities(rows, services, now)
                                .call(capacities -> announce(organizations, services, capacities))
                                .map(capacities -> new ImportReport(
                                        counts(rows.organizations().size(), organizations),
                                        counts(rows.services().size(), services),
                                        counts(rows.capacities().size(), capacities),
                                        warnings))))
                .invoke(report -> LOG.infof("imported: %s, %s", report.organizations(), report.services()));
    }

    private Uni<List<Written>> writeServices(ImportRows rows, Instant now) {
        return repository
                .upsert(ImportSql.LOCATIONS, rows.locations(), now)
                .chain(() -> repository.upsert(ImportSql.SERVICES, rows.services(), now))
                .call(services ->
                        repository.dropPlaces(ids(services), rows.places().findValuesAsText("id")))
                .call(() -> repository.upsert(ImportSql.PLACES, rows.places(), now));
    }

    private Uni<List<Written>> writeCapacities(ImportRows rows, List<Written> services, Instant now) {
        return repository
                .makeCapacities(ids(services))
                .chain(() -> repository.confirm(rows.capacities()))
                .call(capacities -> repository.touchServices(ids(capacities), now));
    }

    private Uni<Void> dropLocations(ImportRows rows, List<Written> organizations) {
        Set<String> kept = new HashSet<>();
        rows.locations().forEach(location -> kept.add(location.path("id").asText()));
        return repository.dropLocations(ids(organizations), kept);
    }

    private Uni<Void> announce(List<Written> organizations, List<Written> services, List<Written> capacities) {
        Set<UUID> changed = new HashSet<>(ids(services));
        changed.addAll(ids(capacities));
        return announcer.organizationsChanged(ids(organizations)).chain(() -> announcer.servicesChanged(changed));
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored term is not JSON", e);
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Problem(
                    CommonProblem.INVALID,
                    faults.size() + " fault(s); nothing was imported.",
                    faults.stream().limit(MOST_FAULTS).toList());
        }
    }

    private static ImportReport.Counts counts(int all, List<Written> written) {
        int created = (int) written.stream().filter(Written::created).count();
        return new ImportReport.Counts(created, written.size() - created, all - written.size());
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
