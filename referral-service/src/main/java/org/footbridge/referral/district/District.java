package org.footbridge.referral.district;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.footbridge.common.events.DistrictChanged;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.hibernate.annotations.SortNatural;

/** A school district: the tenant, with what it decides for itself. Its id is the tenant id of everything it owns. */
@Entity
class District {
    @Id
    private UUID id;

    private String name;
    private String zone;
    private String phone;
    private String[] languages;
    private int minimumCell;
    private String jurisdiction;
    private boolean importBirthDates;
    private Instant createdAt;
    private Instant changedAt;

    @Version
    private long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "school_holiday", joinColumns = @JoinColumn(name = "tenant_id"))
    @MapKeyColumn(name = "day")
    @SortNatural
    private SortedMap<LocalDate, DayOff> daysOff = new TreeMap<>();

    @Convert(converter = CrisisLines.class)
    private List<CrisisLine> crisisLines = List.of();

    protected District() {}

    static District open(DistrictSettings settings, Instant now) {
        District district = new District();
        district.id = settings.id();
        district.createdAt = now;
        district.take(settings, now);
        return district;
    }

    /** Takes new settings; {@code false} where they say what was so already. */
    boolean change(DistrictSettings settings, Instant now) {
        if (settings.equals(settings())) {
            return false;
        }
        take(settings, now);
        return true;
    }

    private void take(DistrictSettings settings, Instant now) {
        name = settings.name();
        zone = settings.zone().getId();
        phone = settings.phone();
        languages = settings.languages().toArray(String[]::new);
        minimumCell = settings.minimumCell();
        jurisdiction = settings.jurisdiction();
        importBirthDates = settings.importBirthDates();
        crisisLines = settings.crisisLines();
        SortedMap<LocalDate, DayOff> off = daysOff(settings);
        if (!daysOff.equals(off)) {
            daysOff.clear();
            daysOff.putAll(off);
        }
        changedAt = now;
    }

    private static SortedMap<LocalDate, DayOff> daysOff(DistrictSettings settings) {
        SortedMap<LocalDate, DayOff> days = new TreeMap<>();
        settings.daysOff()
                .forEach(day -> days.put(
                        day,
                        new DayOff(
                                settings.holidays().get(day),
                                settings.publicHolidays().get(day))));
        return days;
    }

    private SortedMap<LocalDate, String> names(Function<DayOff, String> reason) {
        SortedMap<LocalDate, String> names = new TreeMap<>();
        daysOff.forEach((day, off) -> {
            if (reason.apply(off) != null) {
                names.put(day, reason.apply(off));
            }
        });
        return names;
    }

    DistrictSettings settings() {
        return new DistrictSettings(
                id,
                name,
                ZoneId.of(zone),
                phone,
                List.of(languages),
                minimumCell,
                jurisdiction,
                importBirthDates,
                names(DayOff::name),
                names(DayOff::publicName),
                crisisLines);
    }

    Event changed() {
        return Event.of(
                EventType.DISTRICT_CHANGED,
                id,
                changedAt,
                id,
                null,
                new DistrictChanged(id, name, zone, minimumCell, List.of(languages)));
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }
}
