package org.footbridge.referral.referral;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Changes;

/** What every change by the school's side has in common: who may open it, which version he or she saw, what is written down. */
@ApplicationScoped
class Desk {
    private final SchoolAccess access;
    private final CaseFiles files;
    private final InquiryRepository inquiries;

    Desk(SchoolAccess access, CaseFiles files, InquiryRepository inquiries) {
        this.access = access;
        this.files = files;
        this.inquiries = inquiries;
    }

    /** A case file at the version that the caller saw; 404 for a stranger, 412 for an older version. */
    Uni<Opened> open(Caller caller, UUID id, long expected) {
        return access.open(caller, id)
                .invoke(opened -> Version.require(expected, opened.referral().version()));
    }

    /** One command on one case file. */
    Uni<Shown> change(Caller caller, UUID id, long expected, Function<Opened, Changes> command) {
        return open(caller, id, expected).chain(opened -> record(opened, command.apply(opened)));
    }

    /** Keeps what was done, with the new rows that belong to it. */
    Uni<Shown> record(Opened opened, Changes changes, Object... created) {
        return files.record(opened.file(), changes, created).chain(() -> show(opened));
    }

    Uni<Shown> show(Opened opened) {
        return inquiries.of(opened.referral()).map(all -> new Shown(opened, all));
    }
}
