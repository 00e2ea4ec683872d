package org.footbridge.referral.district;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.holiday.HolidayFile;
import org.footbridge.referral.holiday.HolidayImport;
import org.footbridge.referral.holiday.Holidays;
import org.footbridge.referral.holiday.Span;

/** Takes the holidays of a calendar into a district's settings, as any other change of them. */
@ApplicationScoped
public class HolidayImportService {
    private final DistrictService districts;

    HolidayImportService(DistrictService districts) {
        this.districts = districts;
    }

    /** A calendar, and what of it is meant. */
    record Sent(HolidayKind kind, Span span, byte[] calendar) {}

    /** What an import did, and the district's version afterwards. */
    record Done(HolidayImport report, long version) {}

    /** Replaces the days off of a span; only tells what would change where no version is expected. */
    @WithTransaction
    Uni<Done> replace(UUID id, Long expected, Sent sent) {
        return districts.get(id).chain(district -> {
            DistrictSettings before = district.settings();
            SortedMap<LocalDate, String> days = before.holidays(sent.kind());
            Holidays read = HolidayFile.read(sent.calendar(), before.zone(), sent.span());
            SortedMap<LocalDate, String> after = sent.span().replace(days, read.days());
            requireRoom(after);
            HolidayImport report = HolidayImport.of(expected == null, sent.span(), days, read);
            return expected == null
                    ? Uni.createFrom().item(new Done(report, district.version()))
                    : districts
                            .change(id, expected, settings -> settings.with(sent.kind(), after))
                            .map(changed -> new Done(report, changed.version()));
        });
    }

    private static void requireRoom(SortedMap<LocalDate, String> days) {
        if (days.size() > DistrictDocument.MOST_HOLIDAYS) {
            Fault fault =
                    new Fault("", "too-many", "a district may keep " + DistrictDocument.MOST_HOLIDAYS + " of them");
            throw new Problem(CommonProblem.INVALID, "These are too many holidays.", List.of(fault));
        }
    }
}
