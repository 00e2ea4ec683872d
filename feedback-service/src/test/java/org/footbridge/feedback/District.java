package org.footbridge.feedback;

import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.AccountLinked;
import org.footbridge.common.events.DistrictChanged;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.events.SchoolChanged;
import org.footbridge.common.events.StaffChanged;
import org.footbridge.common.events.StaffChanged.Assignment;

/** A district of the test's own, told over the bus. */
public record District(UUID id, Bus bus) {

    public static District founded(Bus bus, String zone, int minimumCell) {
        District district = new District(UUID.randomUUID(), bus);
        bus.publish(
                EventType.DISTRICT_CHANGED,
                district.id,
                district.id,
                1,
                new DistrictChanged(district.id, "A district", zone, minimumCell, List.of("en", "es")));
        return district;
    }

    public UUID school(String name) {
        UUID school = UUID.randomUUID();
        bus.publish(EventType.SCHOOL_CHANGED, id, school, 1, new SchoolChanged(school, name, true));
        return school;
    }

    /** A person with a linked account; a school of {@code null} is the whole district. */
    public UUID coordinator(String issuer, String subject, UUID school) {
        UUID person = UUID.randomUUID();
        assign(person, 1, List.of(new Assignment("coordinator", school)));
        bus.publish(EventType.ACCOUNT_LINKED, id, person, 2, new AccountLinked(person, issuer, subject));
        return person;
    }

    public void assign(UUID person, long sequence, List<Assignment> assignments) {
        bus.publish(EventType.STAFF_CHANGED, id, person, sequence, new StaffChanged(person, true, assignments));
    }

    public void tell(long sequence, ReferralSnapshot referral) {
        bus.publish(EventType.REFERRAL_SUBMITTED, id, referral.referralId(), sequence, referral);
    }
}
