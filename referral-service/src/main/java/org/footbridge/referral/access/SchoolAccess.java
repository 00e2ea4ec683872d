package org.footbridge.referral.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.roster.RosterService;

/** Decides which case files a person of the district may open, by his or her relation of this moment (decision 10). */
@ApplicationScoped
public class SchoolAccess {
    private final RosterService roster;
    private final CaseFiles files;

    SchoolAccess(RosterService roster, CaseFiles files) {
        this.roster = roster;
        this.files = files;
    }

    /** The caller with his or her relations. */
    public Uni<SchoolCaller> caller(Caller caller) {
        return roster.staff(caller).map(staff -> new SchoolCaller(caller, staff));
    }

    /** A case file that the caller may know of; 404 (as a failure) for every other. */
    public Uni<Opened> open(Caller caller, UUID referralId) {
        return caller(caller)
                .chain(who -> files.find(caller.tenant(), referralId).map(file -> opened(who, file)));
    }

    private static Opened opened(SchoolCaller who, CaseFile file) {
        if (file == null || !(who.coordinates(file.referral()) || who.referred(file.referral()))) {
            throw CommonProblem.NOT_FOUND.because("There is no such referral for this caller.");
        }
        return new Opened(who, file);
    }
}
