package org.footbridge.referral.desk;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.desk.DeskQuery.Position;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.referral.Attendance;
import org.footbridge.referral.referral.Referral;

/** Fills the desks, by the relations that the caller has at this moment. */
@ApplicationScoped
public class DeskService {
    private final SchoolAccess access;
    private final DistrictService districts;
    private final DeskRepository desks;
    private final Attendance attendance;
    private final AccessLog log;
    private final Clock clock;

    DeskService(
            SchoolAccess access,
            DistrictService districts,
            DeskRepository desks,
            Attendance attendance,
            AccessLog log,
            Clock clock) {
        this.attendance = attendance;
        this.clock = clock;
        this.access = access;
        this.districts = districts;
        this.desks = desks;
        this.log = log;
    }

    /** A page for this caller, and one referral more than asked for where there are more. */
    record Listed(SchoolCaller who, List<Referral> page, Attendance.Told told) {}

    /** Newest first. */
    @WithTransaction
    Uni<Listed> list(Caller caller, DeskFilter filter, Position after, int limit) {
        return query(caller, filter, after, limit + 1).chain(query -> desks.page(query)
                .chain(page -> attendance
                        .told(caller.tenant(), seen(query.who(), page), query.today())
                        .map(told -> new Listed(query.who(), page, told)))
                .call(listed -> log.school(
                        listed.who().reader(),
                        "referral-list",
                        listed.page().stream().limit(limit).map(Referral::id).toList())));
    }

    /** Whose students came, of those that somebody only referred. */
    private static List<UUID> seen(SchoolCaller who, List<Referral> page) {
        return page.stream()
                .filter(referral -> referral.milestones().firstKeptAt() != null && !who.coordinates(referral))
                .map(Referral::id)
                .toList();
    }

    @WithTransaction
    Uni<DeskCounts> counts(Caller caller, DeskFilter filter) {
        return query(caller, filter, null, DeskCounts.CAP + 1)
                .chain(desks::counts)
                .map(found -> DeskCounts.of(filter.desk(), found));
    }

    private Uni<DeskQuery> query(Caller caller, DeskFilter filter, Position after, int size) {
        return access.caller(caller).chain(who -> districts
                .settings(caller.tenant())
                .map(district -> new DeskQuery(who, filter.in(district.zone()), moment(district), after, size)));
    }

    private DeskQuery.Moment moment(DistrictSettings district) {
        Instant now = clock.instant();
        return new DeskQuery.Moment(now, district.dateAt(now));
    }
}
