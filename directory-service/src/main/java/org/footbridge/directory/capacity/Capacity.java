package org.footbridge.directory.capacity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What is known of a service's room. Every service has one; without a status nobody has said anything yet. */
@Entity
@Table(name = "service_capacities")
public class Capacity {
    @Id
    @Column(name = "service_id")
    private UUID serviceId;

    @Enumerated(EnumType.STRING)
    private CapacityStatus status;

    private Integer available;

    @Column(name = "wait_days")
    private Integer waitDays;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    private Integer waiting;

    @Column(name = "check_in_on")
    private LocalDate checkInOn;

    @Version
    private long version;

    /** For Hibernate; the import makes the rows. */
    protected Capacity() {}

    /** The agency says how things are at {@code now}; what it leaves out is unknown from now on. */
    void confirm(CapacityRequest said, Instant now) {
        this.status = said.status();
        this.available = said.places();
        this.waitDays = said.waitDays();
        this.waiting = said.waiting();
        this.checkInOn = said.checkInOn();
        this.confirmedAt = now;
    }

    UUID serviceId() {
        return serviceId;
    }

    CapacityStatus status() {
        return status;
    }

    Integer available() {
        return available;
    }

    Integer waitDays() {
        return waitDays;
    }

    Integer waiting() {
        return waiting;
    }

    LocalDate checkInOn() {
        return checkInOn;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }

    long version() {
        return version;
    }
}
