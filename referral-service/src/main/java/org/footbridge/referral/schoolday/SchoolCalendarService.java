package org.footbridge.referral.schoolday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.holiday.HolidayFile;
import org.footbridge.referral.holiday.HolidayImport;
import org.footbridge.referral.holiday.Holidays;
import org.footbridge.referral.holiday.Span;
import org.footbridge.referral.roster.RosterService;

/** Keeps where schools differ from their district, and tells which days are school days. */
@ApplicationScoped
public class SchoolCalendarService {
    private final SchoolCalendarRepository calendars;
    private final RosterService roster;
    private final DistrictService districts;
    private final List<SchoolCalendarFollower> followers;
    private final ObjectMapper json;
    private final Clock clock;

    SchoolCalendarService(
            SchoolCalendarRepository calendars,
            RosterService roster,
            DistrictService districts,
            @All List<SchoolCalendarFollower> followers,
            ObjectMapper json,
            Clock clock) {
        this.calendars = calendars;
        this.roster = roster;
        this.districts = districts;
        this.followers = followers;
        this.json = json;
        this.clock = clock;
    }

    /** The calendar and its version: 0 while a school has none of its own. */
    record Held(SchoolCalendarDocument calendar, long version) {}

    /** What an import did, and the calendar's version afterwards. */
    record Done(HolidayImport report, long version) {}

    @WithTransaction
    Uni<Held> read(Caller caller, UUID school) {
        return requireSchool(caller, school)
                .chain(() -> calendars.of(caller.tenant(), school))
                .map(this::held);
    }

    /** By the district's administrator, or by a coordinator of the school. */
    @WithTransaction
    Uni<Held> replace(Caller caller, UUID school, long expected, SchoolCalendarDocument document) {
        document.check();
        return change(caller, school)
                .invoke(known -> Version.require(expected, held(known).version()))
                .chain(known -> keep(caller.tenant(), school, known, document));
    }

    /** Replaces the closures of a span; only tells what would change where no version is expected. */
    @WithTransaction
    Uni<Done> replaceClosures(Caller caller, UUID school, Long expected, Span span, byte[] file) {
        return change(caller, school).chain(known -> districts
                .settings(caller.tenant())
                .chain(district -> closures(caller, school, known, expected, read(district, span, file))));
    }

    private record Import(Span span, Holidays read) {}

    private static Import read(DistrictSettings district, Span span, byte[] file) {
        return new Import(span, HolidayFile.read(file, district.zone(), span));
    }

    private Uni<Done> closures(Caller caller, UUID school, SchoolCalendar known, Long expected, Import sent) {
        Held before = held(known);
        SortedMap<LocalDate, String> days = before.calendar().closureNames();
        HolidayImport report = HolidayImport.of(expected == null, sent.span(), days, sent.read());
        SchoolCalendarDocument after = before.calendar()
                .withClosures(sent.span().replace(days, sent.read().days()));
        requireRoom(after);
        if (expected == null) {
            return Uni.createFrom().item(new Done(report, before.version()));
        }
        Version.require(expected, before.version());
        return keep(caller.tenant(), school, known, after).map(kept -> new Done(report, kept.version()));
    }

    private static void requireRoom(SchoolCalendarDocument document) {
        if (document.closures().size() > SchoolCalendarDocument.MOST) {
            Fault fault = new Fault("", "too-many", "a school may have " + SchoolCalendarDocument.MOST + " closures");
            throw new Problem(CommonProblem.INVALID, "These are too many closures.", List.of(fault));
        }
    }

    /** Each day of a span as clocks count it. */
    @WithTransaction
    Uni<List<SchoolDay>> list(Caller caller, UUID school, Span span) {
        return requireSchool(caller, school)
                .chain(() -> days(caller.tenant(), school))
                .map(days -> span.from()
                        .datesUntil(span.to().plusDays(1))
                        .map(date -> SchoolDay.of(date, days))
                        .toList());
    }

    /** The calendar of a district, for what counts no school days. */
    public Uni<SchoolDays> districtDays(UUID tenant) {
        return districts.settings(tenant).map(SchoolDays::of);
    }

    /** The calendar of a school in a transaction of its district. */
    public Uni<SchoolDays> days(UUID tenant, UUID school) {
        return districts.settings(tenant).chain(district -> calendars
                .of(tenant, school)
                .map(this::held)
                .map(held -> new SchoolDays(
                        district, held.calendar().closed(), held.calendar().open())));
    }

    private Uni<SchoolCalendar> change(Caller caller, UUID school) {
        return requireSchool(caller, school)
                .chain(() -> requireMayWrite(caller, school))
                .chain(() -> calendars.of(caller.tenant(), school));
    }

    /** What changes nothing is no new version. */
    private Uni<Held> keep(UUID tenant, UUID school, SchoolCalendar known, SchoolCalendarDocument document) {
        if (known != null && held(known).calendar().equals(document)) {
            return Uni.createFrom().item(held(known));
        }
        SchoolCalendar calendar = known == null ? new SchoolCalendar(tenant, school) : known;
        calendar.take(write(document), clock.instant());
        Uni<Void> chain = calendars.persistAndFlush(calendar).replaceWithVoid();
        for (SchoolCalendarFollower follower : followers) {
            chain = chain.chain(() -> follower.changed(tenant, school));
        }
        return chain.map(done -> held(calendar));
    }

    private Held held(SchoolCalendar calendar) {
        return calendar == null
                ? new Held(SchoolCalendarDocument.NONE, 0)
                : new Held(read(calendar), calendar.version() + 1);
    }

    private Uni<Void> requireSchool(Caller caller, UUID school) {
        return roster.school(caller.tenant(), school)
                .invoke(found -> {
                    if (found == null) {
                        throw CommonProblem.NOT_FOUND.because("There is no such school for this caller.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireMayWrite(Caller caller, UUID school) {
        if (caller.has(Roles.DISTRICT_ADMIN)) {
            return Uni.createFrom().voidItem();
        }
        return roster.staff(caller)
                .invoke(staff -> {
                    if (!staff.coordinates(school)) {
                        throw CommonProblem.FORBIDDEN.because("This is for a coordinator of the school.");
                    }
                })
                .replaceWithVoid();
    }

    private SchoolCalendarDocument read(SchoolCalendar calendar) {
        try {
            return json.readValue(calendar.days(), SchoolCalendarDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the calendar of a school cannot be read", e);
        }
    }

    private String write(SchoolCalendarDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a school's calendar cannot be written", e);
        }
    }
}
