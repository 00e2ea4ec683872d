package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Handling;
import org.footbridge.referral.lifecycle.Actor;

/** Two referrals of one student's one need: suggested by the student, never by a name, and joined by a coordinator. */
@ApplicationScoped
public class DuplicateService {
    private final Desk desk;
    private final SchoolAccess access;
    private final CaseFiles files;
    private final ReferralRepository referrals;
    private final AccessLog log;
    private final Clock clock;

    DuplicateService(
            Desk desk, SchoolAccess access, CaseFiles files, ReferralRepository referrals, AccessLog log, Clock clock) {
        this.desk = desk;
        this.access = access;
        this.files = files;
        this.referrals = referrals;
        this.log = log;
        this.clock = clock;
    }

    /** What may be joined with a referral, for this caller. */
    record Suggested(SchoolCaller who, List<Referral> page) {}

    /** Other open referrals of the student, newest first, at the schools that the caller coordinates. */
    @WithTransaction
    Uni<Suggested> suggest(Caller caller, UUID id) {
        return access.open(caller, id).chain(opened -> {
            Actor coordinator = opened.coordinator();
            return referrals
                    .otherOpenOnes(opened.referral(), opened.caller().staff().coordinatorAt())
                    .call(found -> log.school(
                            coordinator,
                            "referral-duplicates",
                            found.stream().map(Referral::id).toList()))
                    .map(found -> new Suggested(opened.caller(), found));
        });
    }

    /** Ends this one and leaves a note in the one that goes on, both or neither. */
    @WithTransaction
    Uni<Shown> mark(Caller caller, UUID id, long expected, UUID of) {
        return desk.open(caller, id, expected).chain(opened -> {
            Actor coordinator = opened.coordinator();
            opened.referral().require(ReferralCommand.MARK_DUPLICATE);
            if (of.equals(id)) {
                throw fault("itself", "must be another referral");
            }
            return referrals
                    .lock(caller.tenant(), List.of(id, of))
                    .chain(() -> files.find(caller.tenant(), of))
                    .chain(other -> join(opened, accepted(opened, other), coordinator));
        });
    }

    private Uni<Shown> join(Opened opened, CaseFile other, Actor coordinator) {
        Instant now = clock.instant();
        return files.record(other, new Handling(other).absorb(opened.referral(), coordinator, now))
                .chain(() ->
                        desk.record(opened, new Handling(opened.file()).goOnIn(other.referral(), coordinator, now)));
    }

    /** A referral that the caller may not know of is as unknown as one that does not exist. */
    private static CaseFile accepted(Opened opened, CaseFile other) {
        if (other == null
                || !other.referral().studentId().equals(opened.referral().studentId())
                || !opened.caller().coordinates(other.referral())) {
            throw fault("unknown", "must be a referral of the same student");
        }
        if (!other.referral().state().isOpen()) {
            throw fault("ended", "must be a referral that has not ended");
        }
        return other;
    }

    private static Problem fault(String code, String message) {
        return new Problem(
                CommonProblem.INVALID, "1 fault(s), each with its place.", List.of(new Fault("/of", code, message)));
    }
}
