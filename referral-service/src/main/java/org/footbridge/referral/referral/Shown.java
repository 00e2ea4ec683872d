package org.footbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.district.CrisisLine;

/**
 * A case file in the caller's hands, with what was asked and answered about it.
 *
 * @param localLines those of the district where it is a crisis
 * @param told what a referrer may know of visits
 */
record Shown(Opened opened, List<Inquiry> inquiries, List<CrisisLine> localLines, Attendance.Told told) {

    /** Before anything can have become of it. */
    Shown(Opened opened, List<Inquiry> inquiries, List<CrisisLine> localLines) {
        this(opened, inquiries, localLines, Attendance.Told.NOTHING);
    }

    Referral referral() {
        return opened.referral();
    }

    /** Whether the caller may know if the student came. While nobody was asked, there is nothing to keep from anybody. */
    boolean tellsAttendance() {
        return opened.seesAll() || opened.file().placements().isEmpty() || told.of(referral());
    }

    /** {@code null} where there was none, or where the caller may not know. */
    Instant firstVisit() {
        return opened.seesAll() ? referral().milestones().firstKeptAt() : told.firstVisit(referral());
    }
}
