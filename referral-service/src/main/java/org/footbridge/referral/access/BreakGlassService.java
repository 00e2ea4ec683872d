package org.footbridge.referral.access;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.lifecycle.Actor;

/** Lets counselors and coordinators of other schools read in need, and tells the school's coordinators that they do. */
@ApplicationScoped
public class BreakGlassService {
    private final SchoolAccess access;
    private final BreakGlassRepository opened;
    private final CaseFiles files;
    private final AccessLog log;
    private final Clock clock;

    BreakGlassService(SchoolAccess access, BreakGlassRepository opened, CaseFiles files, AccessLog log, Clock clock) {
        this.access = access;
        this.opened = opened;
        this.files = files;
        this.log = log;
        this.clock = clock;
    }

    @WithTransaction
    Uni<BreakGlassResponse> open(Caller caller, UUID referralId, BreakGlassRequest request) {
        return access.caller(caller).chain(who -> {
            if (!who.staff().isKnown()) {
                throw CommonProblem.FORBIDDEN.because("This is for people of the district's roster.");
            }
            return files.find(caller.tenant(), referralId)
                    .onItem()
                    .ifNull()
                    .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such referral in this district."))
                    .chain(file -> open(who, file, request.reason()));
        });
    }

    private Uni<BreakGlassResponse> open(SchoolCaller who, CaseFile file, String reason) {
        if (who.coordinates(file.referral()) || who.referred(file.referral())) {
            throw CommonProblem.CONFLICT.because("The caller may read this referral anyway.");
        }
        Actor reader = who.breakingGlass();
        BreakGlass glass = BreakGlass.open(file.referral(), reader, reason, clock.instant());
        return opened.persistAndFlush(glass)
                .chain(() -> log.school(
                        reader, "break-glass", List.of(file.referral().id())))
                .chain(() -> files.announce(file, EventType.REFERRAL_BREAK_GLASS_OPENED, reader, reason))
                .replaceWith(glass.toResponse());
    }
}
