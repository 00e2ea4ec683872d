package org.footbridge.referral.attachment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.disclosure.Disclosure;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.placement.Parties;
import org.footbridge.referral.placement.Party;
import org.footbridge.referral.placement.PlacementAddress;
import org.footbridge.referral.placement.Side;

/** Files between both sides of a placement: what the school gives, and what the agency sends back. */
@ApplicationScoped
public class SharedAttachmentService {
    private final Parties parties;
    private final AttachmentService files;
    private final AttachmentReleases releases;
    private final AttachmentRepository attachments;
    private final DisclosureService disclosures;
    private final Clock clock;

    SharedAttachmentService(
            Parties parties,
            AttachmentService files,
            AttachmentReleases releases,
            AttachmentRepository attachments,
            DisclosureService disclosures,
            Clock clock) {
        this.parties = parties;
        this.files = files;
        this.releases = releases;
        this.attachments = attachments;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /** Gives a file of the school to the agency of an open placement. Giving it again changes nothing. */
    @WithTransaction
    Uni<AttachmentResponse> release(Caller caller, PlacementAddress at, UUID id) {
        return parties.open(caller, at)
                .invoke(Parties::requireOpen)
                .call(school -> parties.requireAttachments(school, false))
                .chain(school -> attachments
                        .ofSchool(school.tenantId(), at.referralId())
                        .map(all -> AttachmentService.one(all, id))
                        .call(file -> file.isPart2()
                                ? parties.requireAttachments(school, true)
                                : Uni.createFrom().voidItem())
                        .call(file -> giveOnce(school, file)))
                .map(AttachmentResponse::of);
    }

    /** The school's own team may read the school's files as they are. */
    private Uni<Void> giveOnce(Party school, Attachment file) {
        if (school.inSchool()) {
            return Uni.createFrom().voidItem();
        }
        return attachments
                .isReleased(school.placement().id(), file.id())
                .chain(released -> released
                        ? Uni.createFrom().voidItem()
                        : releases.give(
                                school.file().referral(), school.placement(), List.of(file.id()), school.actor()));
    }

    /** The agency sends a file back, as far as the consent lets it tell the school anything. */
    @WithTransaction
    Uni<AttachmentResponse> add(AttachmentService.Incoming file, PlacementAddress at) {
        return parties.open(file.caller(), at)
                .invoke(Parties::requireTaken)
                .call(parties::requireFeedback)
                .call(agency -> attachments
                        .ofReferral(agency.tenantId(), agency.placement().referralId())
                        .invoke(AttachmentService::requireRoom))
                .chain(agency -> parties.part2().crossing(agency, file.part2()).map(tagged -> Attachment.ofAgency(
                                agency, file.kept(), clock.instant())
                        .tagged(tagged)))
                .chain(attachment -> files.keep(attachment, file.bytes()));
    }

    /** What the agency may read right now: its own files, and those that it was given and a live consent still covers. */
    @WithTransaction
    Uni<List<AttachmentResponse>> list(Caller caller, PlacementAddress at) {
        return parties.open(caller, at)
                .call(party -> parties.read(party, "attachment-list", List.of(at.placementId())))
                .chain(party -> readable(party).chain(all -> covered(party, all)))
                .map(all -> all.stream().map(AttachmentResponse::of).toList());
    }

    private Uni<List<Attachment>> covered(Party party, List<Attachment> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(file -> isCovered(party, file).map(open -> open ? file : null))
                .collect()
                .asList();
    }

    private Uni<Boolean> isCovered(Party party, Attachment file) {
        return file.side() == Side.AGENCY
                ? Uni.createFrom().item(true)
                : parties.attachmentsAreCovered(party, file.isPart2());
    }

    private Uni<List<Attachment>> readable(Party party) {
        UUID placement = party.placement().id();
        return party.inSchool()
                ? attachments.ofTeam(party.tenantId(), party.file().referral().id(), placement)
                : attachments.ofPlacement(placement);
    }

    /** The agency's own file, or one that it was given and that a live consent still covers. */
    @WithTransaction
    Uni<Attachment> read(Caller caller, PlacementAddress at, UUID id) {
        return parties.open(caller, at)
                .call(party -> parties.read(party, "attachment", List.of(id)))
                .chain(party -> readable(party)
                        .map(all -> AttachmentService.one(all, id))
                        .call(file -> disclose(party, file)));
    }

    private Uni<Void> disclose(Party agency, Attachment file) {
        return file.side() == Side.AGENCY
                ? Uni.createFrom().voidItem()
                : parties.requireAttachmentsReadable(agency, file.isPart2())
                        .chain(() -> disclosures.beside(
                                Disclosure.Kind.ATTACHMENT_READ,
                                agency.file().referral(),
                                agency.placement(),
                                agency.actor()));
    }
}
