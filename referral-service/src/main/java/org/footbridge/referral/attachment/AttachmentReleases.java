package org.footbridge.referral.attachment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.disclosure.Disclosure;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.referral.Referral;

/** Gives files of the school to agencies, each time with a row of the ledger. Whether it may was decided before. */
@ApplicationScoped
public class AttachmentReleases {
    private final AttachmentRepository attachments;
    private final DisclosureService disclosures;
    private final Clock clock;

    AttachmentReleases(AttachmentRepository attachments, DisclosureService disclosures, Clock clock) {
        this.attachments = attachments;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /** With the record goes every file of the school that the consent, or another right, covers. */
    public Uni<Void> giveAll(Referral referral, Placement placement, Set<RecordScope> scope, Actor coordinator) {
        if (!scope.contains(RecordScope.ATTACHMENTS)) {
            return Uni.createFrom().voidItem();
        }
        return attachments.ofSchool(referral.tenantId(), referral.id()).chain(all -> {
            List<UUID> ids = all.stream()
                    .filter(file -> !file.isPart2() || scope.contains(RecordScope.PART2))
                    .map(Attachment::id)
                    .toList();
            return ids.isEmpty() ? Uni.createFrom().voidItem() : give(referral, placement, ids, coordinator);
        });
    }

    Uni<Void> give(Referral referral, Placement placement, List<UUID> ids, Actor coordinator) {
        Object[] releases = ids.stream()
                .map(id -> AttachmentRelease.of(placement, id, clock.instant()))
                .toArray();
        return Panache.getSession()
                .chain(session -> session.persistAll(releases).chain(session::flush))
                .chain(() -> disclosures.beside(Disclosure.Kind.ATTACHED, referral, placement, coordinator));
    }
}
