package org.footbridge.referral.attachment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.placement.Side;

@ApplicationScoped
class AttachmentRepository implements PanacheRepositoryBase<Attachment, UUID> {

    /** All files of a referral, oldest first. */
    Uni<List<Attachment>> ofReferral(UUID tenant, UUID referral) {
        return list("tenantId = ?1 and referralId = ?2 order by id", tenant, referral);
    }

    /** All files of a student, oldest first. */
    Uni<List<Attachment>> ofStudent(UUID tenant, UUID student) {
        return list("""
                tenantId = ?1 and referralId in (select id from Referral where tenantId = ?1 and student.id = ?2)
                order by id
                """, tenant, student);
    }

    /** The school's own files. */
    Uni<List<Attachment>> ofSchool(UUID tenant, UUID referral) {
        return list("tenantId = ?1 and referralId = ?2 and side = ?3 order by id", tenant, referral, Side.SCHOOL);
    }

    /** What the agency of a placement may read: its own files, and those that were released to it. */
    Uni<List<Attachment>> ofPlacement(UUID placement) {
        return list("""
                placementId = ?1 or id in (select attachmentId from AttachmentRelease where placementId = ?1)
                order by id
                """, placement);
    }

    /** What the school's own team may read: its own files, and those of the school. */
    Uni<List<Attachment>> ofTeam(UUID tenant, UUID referral, UUID placement) {
        return list(
                "tenantId = ?1 and referralId = ?2 and (side = ?3 or placementId = ?4) order by id",
                tenant,
                referral,
                Side.SCHOOL,
                placement);
    }

    /** {@code null} where no row has it. */
    Uni<Attachment> ofKey(UUID key) {
        return find("storageKey", key.toString()).firstResult();
    }

    Uni<Boolean> isReleased(UUID placement, UUID attachment) {
        return getSession()
                .chain(session -> session.createQuery("""
                                select count(*) from AttachmentRelease
                                where placementId = :placement and attachmentId = :attachment
                                """, Long.class)
                        .setParameter("placement", placement)
                        .setParameter("attachment", attachment)
                        .getSingleResult())
                .map(found -> found > 0);
    }
}
