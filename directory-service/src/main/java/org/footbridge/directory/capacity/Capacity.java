package org.footbridge.directory.capacity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
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

    @Version
    private long version;

    /** For Hibernate; the import makes the rows. */
    protected Capacity() {}

    /** The agency says how things are at {@code now}; what it leaves out is unknown from now on. */
    void confirm(CapacityStatus status, Integer available, Integer waitDays, Instant now) {
        this.status = status;
        this.available = available;
        this.waitDays = waitDays;
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

    Instant confirmedAt() {
        return confirmedAt;
    }

    long version() {
        return version;
    }
}
