package org.footbridge.referral.placement;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What belongs to a placement, each in its order.
 *
 * @param withheld of the inquiries those whose words the reader may not read right now
 */
record PlacementFile(
        List<Appointment> visits, List<PlacementInquiry> inquiries, List<ContactAttempt> attempts, Set<UUID> withheld) {

    PlacementFile(List<Appointment> visits, List<PlacementInquiry> inquiries, List<ContactAttempt> attempts) {
        this(visits, inquiries, attempts, Set.of());
    }

    /** As that side may read it. */
    PlacementFile forReader(Side reader, boolean part2Covered) {
        Set<UUID> hidden = inquiries.stream()
                .filter(inquiry -> !part2Covered && inquiry.isPart2For(reader))
                .map(PlacementInquiry::id)
                .collect(Collectors.toSet());
        return new PlacementFile(visits, inquiries, attempts, hidden);
    }

    boolean shows(PlacementInquiry inquiry) {
        return !withheld.contains(inquiry.id());
    }
}
