package org.footbridge.referral.contact;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.placement.Destination;
import org.footbridge.referral.placement.Parties;
import org.footbridge.referral.placement.Party;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.placement.PlacementAddress;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.RosterService;

/** Tells each side of a placement whom to call, and lets an agency say whom to call there. */
@ApplicationScoped
public class ContactCardService {
    private final Parties parties;
    private final AgencyContactRepository contacts;
    private final DisclosureService disclosures;
    private final DistrictService districts;
    private final RosterService roster;
    private final Clock clock;

    ContactCardService(
            Parties parties,
            AgencyContactRepository contacts,
            DisclosureService disclosures,
            DistrictService districts,
            RosterService roster,
            Clock clock) {
        this.parties = parties;
        this.contacts = contacts;
        this.disclosures = disclosures;
        this.districts = districts;
        this.roster = roster;
        this.clock = clock;
    }

    /** A document and the version that an ETag names: 0 before there is one. */
    record Held(AgencyContactDocument document, long version) {}

    @WithTransaction
    Uni<ContactCard> card(Caller caller, PlacementAddress at) {
        return parties.open(caller, at)
                .call(party -> parties.read(party, "contact-card", List.of(at.placementId())))
                .chain(party -> school(party)
                        .chain(school -> contacts.findById(party.placement().agencyId())
                                .map(contact -> new ContactCard(school, agency(party.placement(), contact)))));
    }

    /** School and coordinator are a part of the record: an agency sees them where the consent covers that part. */
    private Uni<ContactCard.SchoolSide> school(Party party) {
        return districts.settings(party.tenantId()).chain(district -> mayNameTheSchool(party)
                .chain(named -> named
                        ? named(party.file().referral(), district)
                        : Uni.createFrom().item(ContactCard.school(district.name(), district.phone(), null, null))));
    }

    private Uni<Boolean> mayNameTheSchool(Party party) {
        return party.isSchool()
                ? Uni.createFrom().item(true)
                : disclosures.record(party.placement()).map(record -> record.scope()
                        .contains(RecordScope.SCHOOL));
    }

    private Uni<ContactCard.SchoolSide> named(Referral referral, DistrictSettings district) {
        UUID id = referral.coordinatorId();
        return roster.people(referral.tenantId(), id == null ? List.of() : List.of(id))
                .map(people -> ContactCard.school(
                        district.name(),
                        district.phone(),
                        referral.schoolName(),
                        id == null || !people.containsKey(id)
                                ? null
                                : people.get(id).name()));
    }

    /** The school's own side, for its own people. */
    @WithTransaction
    public Uni<ContactCard.SchoolSide> school(Referral referral) {
        return districts.settings(referral.tenantId()).chain(district -> named(referral, district));
    }

    /** Whom to call at the agencies of these placements, for the school's own people. */
    @WithTransaction
    public Uni<List<ContactCard.AgencySide>> agencies(List<Placement> placements) {
        return Multi.createFrom()
                .iterable(placements)
                .onItem()
                .transformToUniAndConcatenate(
                        placement -> contacts.findById(placement.agencyId()).map(contact -> agency(placement, contact)))
                .collect()
                .asList();
    }

    private static ContactCard.AgencySide agency(Placement placement, AgencyContact contact) {
        Destination to = placement.destination();
        AgencyContactDocument said = contact == null ? AgencyContactDocument.NONE : contact.document();
        return new ContactCard.AgencySide(
                to.agencyName(),
                to.serviceName(),
                said.intakeName(),
                said.intakePhone(),
                said.intakeEmail(),
                said.roleDescription());
    }

    @WithTransaction
    Uni<Held> contact(Caller caller, UUID agency) {
        return contacts.findById(own(caller, agency)).map(ContactCardService::held);
    }

    /** Replaces what the agency had said before. */
    @WithTransaction
    Uni<Held> replace(Caller caller, UUID agency, long expected, AgencyContactDocument document) {
        return contacts.findById(own(caller, agency)).chain(known -> {
            Version.require(expected, held(known).version());
            AgencyContact contact = known == null ? new AgencyContact(agency) : known;
            contact.take(document, clock.instant());
            return contacts.persistAndFlush(contact).map(ContactCardService::held);
        });
    }

    private static Held held(AgencyContact contact) {
        return contact == null
                ? new Held(AgencyContactDocument.NONE, 0)
                : new Held(contact.document(), contact.version() + 1);
    }

    private static UUID own(Caller caller, UUID agency) {
        if (!agency.equals(caller.agency())) {
            throw CommonProblem.NOT_FOUND.because("There is no such agency for this caller.");
        }
        return agency;
    }
}
