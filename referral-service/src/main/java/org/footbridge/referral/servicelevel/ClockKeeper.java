package org.footbridge.referral.servicelevel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.CaseFollower;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.casefile.HistoryEntry;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.Urgency;
import org.footbridge.referral.schoolday.SchoolCalendarService;
import org.footbridge.referral.schoolday.SchoolDays;

/**
 * Keeps the stored clocks of a case file with each of its steps, and one work in the queue for the next time at which one of them
 * has something to say.
 */
@ApplicationScoped
class ClockKeeper implements CaseFollower {
    static final WorkKind ALARM = new WorkKind("service-clock");

    private final ClockRepository clocks;
    private final CaseFiles files;
    private final SchoolCalendarService calendars;
    private final ServiceLevelService levels;
    private final WorkQueueService queue;
    private final AlarmRules rules;

    ClockKeeper(
            ClockRepository clocks,
            CaseFiles files,
            SchoolCalendarService calendars,
            ServiceLevelService levels,
            WorkQueueService queue,
            ClockConfig config) {
        this.clocks = clocks;
        this.files = files;
        this.calendars = calendars;
        this.levels = levels;
        this.queue = queue;
        this.rules = AlarmRules.of(config);
    }

    /** The clocks of a case file as they were reckoned just now, beside what is stored of them. */
    record Reading(List<StoredClock> stored, List<Reckoned> reckoned) {

        /** {@code null} where nothing is stored of it. */
        StoredClock of(Reckoned clock) {
            return stored.stream().filter(each -> each.isOf(clock)).findFirst().orElse(null);
        }

        /** Clocks that run of steps that have no limit any more, such as those of a crisis that was found to be none. */
        List<StoredClock> orphans() {
            return stored.stream()
                    .filter(StoredClock::isRunning)
                    .filter(clock -> reckoned.stream().noneMatch(clock::isOf))
                    .toList();
        }
    }

    @Override
    public Uni<Void> follow(CaseFile file, Changes changes, Instant now) {
        boolean inCrisis = file.referral().urgency() == Urgency.CRISIS;
        if (changes.steps().stream().noneMatch(step -> movesAClock(step, inCrisis))) {
            return Uni.createFrom().voidItem();
        }
        boolean isNew = changes.steps().getFirst().from() == null;
        boolean waits = changes.steps().stream()
                .anyMatch(step -> ServiceClocks.waits(step.to()) || ServiceClocks.waits(step.from()));
        return stored(file, isNew).chain(stored -> {
            Instant before = next(stored);
            return read(file, stored, waits, now)
                    .chain(reading -> keep(file, reading, now))
                    .chain(after -> Objects.equals(before, next(after))
                            ? Uni.createFrom().voidItem()
                            : schedule(file.referral(), next(after)));
        });
    }

    /** What leaves the state as it is moves a clock in a crisis, with its acknowledgement and details, and with a school's calendar. */
    private static boolean movesAClock(Transition step, boolean inCrisis) {
        return switch (step.kind()) {
            case APPOINTMENT -> false;
            case REFERRAL ->
                inCrisis
                        || !Objects.equals(step.from(), step.to())
                        || Referral.MOVED_TO_SCHOOL.equals(step.reason().code());
            case PLACEMENT -> !Objects.equals(step.from(), step.to());
        };
    }

    private Uni<List<StoredClock>> stored(CaseFile file, boolean isNew) {
        return isNew
                ? Uni.createFrom().item(List.of())
                : clocks.of(file.referral().tenantId(), file.referral().id());
    }

    /** Reckons by the rules of now. The history is read only where a clock that runs has stood still. */
    Uni<Reading> read(CaseFile file, List<StoredClock> stored, boolean waits, Instant now) {
        UUID tenant = file.referral().tenantId();
        boolean paused = waits || stored.stream().anyMatch(clock -> clock.isRunning() && clock.hasWaited());
        boolean needsHistory = paused && file.referral().urgency() != Urgency.CRISIS;
        return levels.levels(tenant)
                .chain(limits -> days(file.referral(), limits).chain(days -> crisis(file.referral(), stored, now)
                        .chain(crisis -> history(file, needsHistory)
                                .map(history -> new ServiceClocks.Rules(limits, days, crisis, history)))
                        .map(rules -> new Reading(stored, ServiceClocks.of(file, rules, now)))));
    }

    private Uni<CrisisFacts> crisis(Referral referral, List<StoredClock> stored, Instant now) {
        return referral.urgency() == Urgency.CRISIS
                ? clocks.crisis(referral.tenantId(), referral.id())
                        .map(times -> CrisisFacts.of(referral, times, stored, now))
                : Uni.createFrom().item(CrisisFacts.NONE);
    }

    private Uni<SchoolDays> days(Referral referral, ServiceLevels limits) {
        return limits.countsSchoolDays(referral.urgency())
                ? calendars.days(referral.tenantId(), referral.schoolId())
                : calendars.districtDays(referral.tenantId());
    }

    private Uni<List<HistoryEntry>> history(CaseFile file, boolean needed) {
        return needed ? files.history(file.referral()) : Uni.createFrom().item(List.of());
    }

    /** Brings what is stored to what was reckoned; the clocks that are stored then. */
    Uni<List<StoredClock>> keep(CaseFile file, Reading reading, Instant now) {
        List<StoredClock> all = new ArrayList<>(reading.stored());
        List<StoredClock> begun = new ArrayList<>();
        reading.orphans().forEach(StoredClock::end);
        for (Reckoned clock : reading.reckoned()) {
            StoredClock known = reading.of(clock);
            StoredClock stored = known == null
                    ? StoredClock.begin(
                            file.referral().tenantId(), file.referral().id(), clock)
                    : known;
            stored.take(clock, rules, now);
            if (known == null) {
                begun.add(stored);
            }
        }
        all.addAll(begun);
        Uni<Void> persisted = begun.isEmpty() ? Uni.createFrom().voidItem() : clocks.persist(begun);
        return persisted.chain(clocks::flush).replaceWith(all);
    }

    /** The earliest time at which one of them has something to say; {@code null} where all have stopped. */
    static Instant next(List<StoredClock> clocks) {
        return clocks.stream()
                .map(StoredClock::nextAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Uni<Void> schedule(Referral referral, Instant next) {
        return next == null
                ? queue.cancel(ALARM, referral.id())
                : queue.put(WorkItem.ofTenant(ALARM, referral.id(), referral.tenantId()), next);
    }

    AlarmRules rules() {
        return rules;
    }
}
