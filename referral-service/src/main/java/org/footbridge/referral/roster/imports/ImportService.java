package org.footbridge.referral.roster.imports;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.roster.StaffChanges;
import org.footbridge.referral.roster.imports.ImportRepository.Claim;
import org.footbridge.referral.roster.imports.PeopleWriter.Shrinking;
import org.footbridge.referral.roster.oneroster.Faults;
import org.footbridge.referral.roster.oneroster.ImportFault;
import org.footbridge.referral.roster.oneroster.RosterPackage;
import org.jboss.logging.Logger;

/** Takes packages in, and applies them: one transaction per package, so that nobody ever sees half a roster. */
@ApplicationScoped
class ImportService {
    private static final Logger LOG = Logger.getLogger(ImportService.class);
    private static final int GUARDED_FROM = 5;
    private static final List<String> COUNTED =
            List.of("orgs", "users", "roles", "classes", "enrollments", "demographics");

    private final ImportRepository imports;
    private final DistrictService districts;
    private final SchoolWriter schools;
    private final PeopleWriter people;
    private final RelationWriter relations;
    private final StaffChanges staff;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            DistrictService districts,
            SchoolWriter schools,
            PeopleWriter people,
            RelationWriter relations,
            StaffChanges staff,
            Clock clock) {
        this.imports = imports;
        this.districts = districts;
        this.schools = schools;
        this.people = people;
        this.relations = relations;
        this.staff = staff;
        this.clock = clock;
    }

    /** Keeps the package: from the commit on it will be dealt with, whatever becomes of this process. */
    @WithTransaction
    Uni<ImportJob> submit(Caller caller, byte[] zip, boolean forced) {
        UUID id = Ids.next();
        UUID tenant = caller.tenant();
        return districts
                .settings(tenant)
                .chain(district -> imports.insert(
                        new ImportRepository.NewImport(id, tenant, forced, caller.subject(), zip, clock.instant())))
                .chain(() -> imports.find(tenant, id));
    }

    @WithTransaction
    Uni<ImportJob> get(UUID tenant, UUID id) {
        return imports.find(tenant, id)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such import for this caller."));
    }

    /** {@code null} where nothing waits. */
    @WithTransaction
    Uni<Claim> claim() {
        return imports.claim();
    }

    /** {@code null} where another process has finished it meanwhile. */
    @WithTransaction
    Uni<byte[]> zip(Claim claim) {
        return imports.zip(claim)
                .call(zip -> zip == null
                        ? imports.leaveQueue(claim)
                        : Uni.createFrom().voidItem());
    }

    @WithTransaction
    Uni<Void> reject(Claim claim, Faults faults) {
        return reject(claim, faults.kept(), faults.count());
    }

    /** Gives up an import that fails again and again for a reason that is ours. */
    @WithTransaction
    Uni<Void> giveUp(Claim claim) {
        return reject(claim, List.of(new ImportFault(null, null, null, "internal", "nothing else: tell us")), 1);
    }

    @WithTransaction
    Uni<Void> apply(Claim claim, RosterPackage roster) {
        return imports.lockDistrict(claim.tenant())
                .chain(() -> imports.find(claim.tenant(), claim.importId()))
                .chain(job ->
                        job.state() == ImportState.RUNNING ? guard(claim, job, roster) : imports.leaveQueue(claim));
    }

    private Uni<Void> guard(Claim claim, ImportJob job, RosterPackage roster) {
        return districts.settings(claim.tenant()).chain(district -> {
            RosterImage image = RosterImage.of(roster, district.importBirthDates());
            return people.shrinking(claim.tenant(), image.studentIds())
                    .chain(shrinking -> isSuspicious(shrinking) && !job.forced()
                            ? reject(claim, List.of(tooMany()), 1)
                            : write(claim, district, image, rows(roster)));
        });
    }

    private Uni<Void> write(Claim claim, DistrictSettings district, RosterImage image, Map<String, Integer> rows) {
        UUID tenant = claim.tenant();
        LocalDate today = district.dateAt(clock.instant());
        return staff.snapshot(tenant, today, null)
                .chain(before -> changes(tenant, image, rows).call(() -> staff.publishSince(before)))
                .chain(counts -> imports.applied(claim, counts, clock.instant()))
                .invoke(() -> LOG.infof("roster import %s of district %s applied", claim.importId(), tenant));
    }

    private Uni<ImportCounts> changes(UUID tenant, RosterImage image, Map<String, Integer> rows) {
        return schools.write(tenant, image.schools()).chain(schoolChange -> people.write(tenant, image.people())
                .chain(changes -> relations.writeRoles(tenant, image.roles()).chain(roles -> relations
                        .writeGuardianships(tenant, image.guardianships())
                        .map(links -> new ImportCounts(
                                rows,
                                schoolChange,
                                changes.students(),
                                changes.staff(),
                                changes.guardians(),
                                roles,
                                links)))));
    }

    private Uni<Void> reject(Claim claim, List<ImportFault> faults, int count) {
        return imports.rejected(claim, faults, count, clock.instant())
                .invoke(() -> LOG.infof(
                        "roster import %s of district %s rejected: %d fault(s)",
                        claim.importId(), claim.tenant(), count));
    }

    private static boolean isSuspicious(Shrinking shrinking) {
        return shrinking.students() >= GUARDED_FROM && shrinking.gone() * 2 > shrinking.students();
    }

    private static ImportFault tooMany() {
        return new ImportFault(
                "users.csv", null, null, "shrink-guard", "at least half of the students of now, or force=true");
    }

    private static Map<String, Integer> rows(RosterPackage roster) {
        Map<String, Integer> rows = new TreeMap<>();
        COUNTED.stream()
                .filter(roster::has)
                .forEach(file -> rows.put(file, roster.table(file).size()));
        return rows;
    }
}
