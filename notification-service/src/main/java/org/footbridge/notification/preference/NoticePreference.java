package org.footbridge.notification.preference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/** What somebody has chosen. */
@Entity
@Table(name = "notice_preference")
public class NoticePreference {
    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "tenant_id")
    private UUID tenantId;

    private String language;
    private String zone;

    @Column(name = "quiet_from")
    private LocalTime quietFrom;

    @Column(name = "quiet_until")
    private LocalTime quietUntil;

    @Column(name = "digest_at")
    private LocalTime digestAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "digest_days")
    private Digest.Days digestDays;

    private String channels;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected NoticePreference() {}

    NoticePreference(UUID tenantId, UUID personId) {
        this.tenantId = tenantId;
        this.personId = personId;
    }

    void take(Preferences chosen, String channelsAsJson, Instant now) {
        language = chosen.language();
        zone = chosen.zone() == null ? null : chosen.zone().getId();
        quietFrom = chosen.quiet() == null ? null : chosen.quiet().from();
        quietUntil = chosen.quiet() == null ? null : chosen.quiet().until();
        digestAt = chosen.digest() == null ? null : chosen.digest().at();
        digestDays = chosen.digest() == null ? null : chosen.digest().days();
        channels = channelsAsJson;
        changedAt = now;
    }

    String language() {
        return language;
    }

    ZoneId zone() {
        return zone == null ? null : ZoneId.of(zone);
    }

    QuietHours quiet() {
        return quietFrom == null ? null : new QuietHours(quietFrom, quietUntil);
    }

    Digest digest() {
        return digestAt == null ? null : new Digest(digestAt, digestDays);
    }

    String channels() {
        return channels;
    }

    long version() {
        return version;
    }
}
