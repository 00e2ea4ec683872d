package org.footbridge.referral.referral;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.district.DistrictService;

/** What every change by the school's side has in common: who may open it, which version he or she saw, what is written down. */
@ApplicationScoped
class Desk {
    private final SchoolAccess access;
    private final CaseFiles files;
    private final InquiryRepository inquiries;
    private final DistrictService districts;
    private final LocalLines lines;
    private final Attendance attendance;
    private final Clock clock;

    Desk(
            SchoolAccess access,
            CaseFiles files,
            InquiryRepository inquiries,
            DistrictService districts,
            LocalLines lines,
            Attendance attendance,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.inquiries = inquiries;
        this.districts = districts;
        this.lines = lines;
        this.attendance = attendance;
        this.clock = clock;
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
        return inquiries.of(opened.referral()).chain(all -> lines.of(opened.referral())
                .chain(local -> told(opened).map(told -> new Shown(opened, all, local, told))));
    }

    private Uni<Attendance.Told> told(Opened opened) {
        UUID tenant = opened.referral().tenantId();
        return opened.seesAll() || opened.file().placements().isEmpty()
                ? Uni.createFrom().item(Attendance.Told.NOTHING)
                : districts
                        .settings(tenant)
                        .chain(district -> attendance.told(
                                tenant, List.of(opened.referral().id()), district.dateAt(clock.instant())));
    }
}
