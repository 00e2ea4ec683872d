package org.footbridge.referral.scheduling;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.placement.Parties;
import org.footbridge.referral.placement.Party;
import org.footbridge.referral.placement.PlacementAddress;

/** Each side says when it has time, and asks when both have. */
@ApplicationScoped
public class SchedulingService {
    private static final int MOST_DAYS = 31;
    private static final int FORTNIGHT = 13;

    private final Parties parties;
    private final SchedulingRepository plans;
    private final FreeTime free;
    private final DistrictService districts;
    private final Clock clock;

    SchedulingService(
            Parties parties, SchedulingRepository plans, FreeTime free, DistrictService districts, Clock clock) {
        this.parties = parties;
        this.plans = plans;
        this.free = free;
        this.districts = districts;
        this.clock = clock;
    }

    /** A document and the version that an ETag names: 0 before there is one. */
    record Held(AvailabilityDocument document, long version) {}

    /** The days that are asked about, both included; {@code null} means two weeks from today on. */
    record Days(LocalDate from, LocalDate to, int durationMinutes, String staff) {
        private Interval on(ZoneId zone, Instant now) {
            LocalDate first = from == null ? LocalDate.ofInstant(now, zone) : from;
            LocalDate last = to == null ? first.plusDays(FORTNIGHT) : to;
            if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1L))) {
                throw CommonProblem.INVALID_PARAMETER.because("to is from or one of the 30 days after it.");
            }
            return new Interval(
                    first.atStartOfDay(zone).toInstant(),
                    last.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    /** What the caller's own side has set. */
    @WithTransaction
    Uni<Held> availability(Caller caller, PlacementAddress at) {
        return parties.open(caller, at)
                .call(party -> parties.read(party, "availability", List.of(at.placementId())))
                .chain(party -> plans.ofSide(at.placementId(), party.side()).chain(set -> held(party, set)));
    }

    private Uni<Held> held(Party party, Availability set) {
        return set == null
                ? districts
                        .settings(party.tenantId())
                        .map(district -> new Held(AvailabilityDocument.none(district.zone()), 0))
                : Uni.createFrom().item(() -> new Held(free.document(set), set.version() + 1));
    }

    /** Replaces what the caller's own side had set. */
    @WithTransaction
    Uni<Held> replace(Caller caller, PlacementAddress at, long expected, AvailabilityDocument document) {
        document.check();
        return parties.open(caller, at)
                .invoke(Parties::requireOpen)
                .chain(party -> plans.ofSide(at.placementId(), party.side()).chain(known -> {
                    Version.require(expected, known == null ? 0 : known.version() + 1);
                    Availability set = known == null ? Availability.of(party) : known;
                    set.take(free.write(document), clock.instant());
                    return plans.persistAndFlush(set).replaceWith(() -> new Held(document, set.version() + 1));
                }));
    }

    /** Times that suit both sides on these days of the district. */
    @WithTransaction
    Uni<SlotsResponse> slots(Caller caller, PlacementAddress at, Days days) {
        return parties.open(caller, at)
                .invoke(Parties::requireOpen)
                .call(party -> parties.read(party, "slots", List.of(at.placementId())))
                .chain(party -> districts
                        .settings(party.tenantId())
                        .map(district -> days.on(district.zone(), clock.instant()))
                        .chain(asked -> free.of(party, asked, days.staff())))
                .map(found -> SlotsResponse.of(found, clock.instant(), days.durationMinutes()));
    }
}
