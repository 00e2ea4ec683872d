package org.footbridge.referral.recipients;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.recipients.ResolveResponse.SchoolContact;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.RosterService;

/** Answers who may be told, out of what is true at this moment. */
@ApplicationScoped
public class RecipientService {
    private final RecipientRepository referrals;
    private final CaseFiles files;
    private final RosterService roster;
    private final DistrictService districts;
    private final AccessLog log;
    private final Clock clock;

    RecipientService(
            RecipientRepository referrals,
            CaseFiles files,
            RosterService roster,
            DistrictService districts,
            AccessLog log,
            Clock clock) {
        this.referrals = referrals;
        this.files = files;
        this.roster = roster;
        this.districts = districts;
        this.log = log;
        this.clock = clock;
    }

    /** Enters the referral's district for this one question; 404 for a referral or placement that is none. */
    @WithTransaction
    Uni<ResolveResponse> resolve(Caller caller, ResolveRequest request) {
        return referrals.tenant(request.referralId()).chain(tenant -> {
            requireFound(tenant);
            Actor asking = new Actor(caller.subject(), null, tenant, "INTERNAL_SERVICE");
            return Tenancy.enter(tenant)
                    .chain(() -> log.school(asking, "recipients", List.of(request.referralId())))
                    .chain(() -> files.find(tenant, request.referralId()))
                    .chain(file -> answer(file, request));
        });
    }

    private Uni<ResolveResponse> answer(CaseFile file, ResolveRequest request) {
        requireFound(file);
        Referral referral = file.referral();
        return districts.settings(referral.tenantId()).chain(district -> contact(referral, district)
                .chain(contact -> {
                    if (!isForTheFamily(request)) {
                        return Uni.createFrom().item(new ResolveResponse(List.of(), contact));
                    }
                    return facts(file, placement(file, request.placementId()), district)
                            .map(facts -> new ResolveResponse(RecipientRules.recipients(facts), contact));
                }));
    }

    /** A family is told that help was asked for, and of nothing else. */
    private static boolean isForTheFamily(ResolveRequest request) {
        EventType sent = EventType.REFERRAL_SENT;
        return request.placementId() != null
                && (sent.publicName().equals(request.type()) || sent.type().equals(request.type()));
    }

    private Uni<RecipientRules.Facts> facts(CaseFile file, Placement placement, DistrictSettings district) {
        Referral referral = file.referral();
        return roster.guardians(referral.tenantId(), referral.studentId())
                .chain(guardians -> roster.student(referral.tenantId(), referral.studentId())
                        .map(student -> new RecipientRules.Facts(
                                referral, placement, student, guardians, district, district.dateAt(clock.instant()))));
    }

    private Uni<SchoolContact> contact(Referral referral, DistrictSettings district) {
        UUID id = referral.coordinatorId();
        return roster.people(referral.tenantId(), id == null ? List.of() : List.of(id))
                .map(people -> new SchoolContact(
                        id == null || !people.containsKey(id)
                                ? null
                                : people.get(id).name(),
                        referral.schoolName(),
                        district.phone()));
    }

    private static Placement placement(CaseFile file, UUID id) {
        return file.placements().stream()
                .filter(placement -> placement.id().equals(id))
                .findFirst()
                .orElseThrow(RecipientService::unknown);
    }

    private static void requireFound(Object found) {
        if (found == null) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such referral or placement.");
    }
}
