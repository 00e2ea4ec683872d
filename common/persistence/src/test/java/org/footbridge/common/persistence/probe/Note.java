package org.footbridge.common.persistence.probe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** A row of a tenant. */
@Entity
public class Note {
    @Id
    UUID id;

    @Column(name = "tenant_id")
    UUID tenantId;

    String text;

    @Version
    long version;

    protected Note() {}

    Note(UUID id, UUID tenantId, String text) {
        this.id = id;
        this.tenantId = tenantId;
        this.text = text;
    }
}
