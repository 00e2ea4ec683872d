package org.footbridge.referral.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.crisis.OnCallService;
import org.footbridge.referral.referral.Urgency;
import org.footbridge.referral.roster.RosterService;

/** Decides which case files a person of the district may open, by his or her relation of this moment (decision 10). */
@ApplicationScoped
public class SchoolAccess {
    private final RosterService roster;
    private final CaseFiles files;
    private final BreakGlassRepository glass;
    private final OnCallService chains;
    private final Clock clock;

    SchoolAccess(RosterService roster, CaseFiles files, BreakGlassRepository glass, OnCallService chains, Clock clock) {
        this.roster = roster;
        this.files = files;
        this.glass = glass;
        this.chains = chains;
        this.clock = clock;
    }

    /** The caller with his or her relations. */
    public Uni<SchoolCaller> caller(Caller caller) {
        return roster.staff(caller).map(staff -> new SchoolCaller(caller, staff));
    }

    /** A case file that the caller may know of; 404 (as a failure) for every other. */
    public Uni<Opened> open(Caller caller, UUID referralId) {
        return caller(caller).chain(who -> find(who, referralId)).invoke(opened -> {
            if (opened == null) {
                throw CommonProblem.NOT_FOUND.because("There is no such referral for this caller.");
            }
        });
    }

    /**
     * As above, also for the on-call contacts of an open crisis and for somebody who has broken the glass: to read, never to
     * change anything.
     */
    public Uni<Opened> openToRead(Caller caller, UUID referralId) {
        return caller(caller)
                .chain(who -> files.find(caller.tenant(), referralId)
                        .chain(file -> isOnCall(who, file).chain(onCall -> {
                            if (onCall) {
                                return Uni.createFrom().item(new Opened(who, file, Opened.Door.ON_CALL));
                            }
                            return mayOpen(who, file)
                                    ? Uni.createFrom().item(new Opened(who, file))
                                    : behindGlass(who, referralId);
                        })))
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such referral for this caller."));
    }

    private Uni<Boolean> isOnCall(SchoolCaller who, CaseFile file) {
        boolean inQuestion = file != null
                && file.referral().urgency() == Urgency.CRISIS
                && file.referral().state().isOpen()
                && who.staff().isKnown()
                && !who.coordinates(file.referral());
        return inQuestion
                ? chains.isOnCall(
                        file.referral().tenantId(),
                        file.referral().schoolId(),
                        who.staff().personId())
                : Uni.createFrom().item(false);
    }

    /** {@code null} where the glass is whole. */
    private Uni<Opened> behindGlass(SchoolCaller who, UUID referralId) {
        if (!who.staff().isKnown()) {
            return Uni.createFrom().nullItem();
        }
        UUID tenant = who.caller().tenant();
        return glass.isOpen(tenant, who.staff().personId(), referralId, clock.instant())
                .chain(open -> open
                        ? files.find(tenant, referralId).map(file -> new Opened(who, file, Opened.Door.BROKEN_GLASS))
                        : Uni.createFrom().nullItem());
    }

    /** As above for somebody whose relations are known; {@code null} instead of a failure. */
    public Uni<Opened> find(SchoolCaller who, UUID referralId) {
        return files.find(who.caller().tenant(), referralId)
                .map(file -> mayOpen(who, file) ? new Opened(who, file) : null);
    }

    private static boolean mayOpen(SchoolCaller who, CaseFile file) {
        return file != null && (who.coordinates(file.referral()) || who.referred(file.referral()));
    }
}
