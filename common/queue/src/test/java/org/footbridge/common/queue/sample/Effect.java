package org.footbridge.common.queue.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.footbridge.common.events.Ids;

/** What a work has done. */
@Entity
public class Effect {
    @Id
    UUID id;

    @Column(name = "work_id")
    UUID workId;

    String tenant;

    protected Effect() {}

    Effect(UUID workId, String tenant) {
        this.id = Ids.next();
        this.workId = workId;
        this.tenant = tenant;
    }
}
