package org.footbridge.referral.crisis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** A school's chain as it is sent and as it is read. */
@Schema(
        name = "OnCallChain",
        description = "Who is told of a crisis, one after the other until somebody acknowledges it. Without a chain the"
                + " school's coordinators are told, then those of the whole district.",
        examples = "{\"contacts\": [{\"personId\": \"01980000-0000-7000-8000-000000009002\"}, {\"personId\":"
                + " \"01980000-0000-7000-8000-000000009003\", \"notes\": \"Nights and weekends only\"}], \"lastResponder\": {\"name\": \"County mobile"
                + " crisis team\", \"phone\": \"+1-555-0199\"}, \"hours\": \"School days 7:30-16:00\"}")
record OnCallDocument(
        @Schema(description = "In this order; at least two.") @NotNull @Size(max = 10)
        List<@NotNull @Valid OnCallContact> contacts,

        @Schema(description = "Whose turn never ends: told again and again until somebody acknowledges.") @Valid
        OnCallContact lastResponder,

        @Schema(description = "When the contacts can be reached.") @Size(max = 500)
        String hours,

        @Size(max = 2000) String notes) {
    private static final int FEWEST = 2;

    /** The levels of the chain, the last responder at its end; empty where no chain is set. */
    List<OnCallContact> levels() {
        List<OnCallContact> levels = new ArrayList<>(contacts);
        if (lastResponder != null) {
            levels.add(lastResponder);
        }
        return List.copyOf(levels);
    }

    Set<UUID> people() {
        return Set.copyOf(inOrder());
    }

    /** The people of the levels, lines left out. */
    List<UUID> inOrder() {
        return levels().stream()
                .filter(OnCallContact::isPerson)
                .map(OnCallContact::personId)
                .toList();
    }

    /**
     * Checks what the annotations cannot see.
     *
     * @param staff those of the people whom the roster knows as staff
     * @throws Problem 422 with every fault
     */
    void check(Set<UUID> staff) {
        List<Fault> faults = new ArrayList<>();
        if (contacts.size() < FEWEST) {
            faults.add(new Fault("/contacts", "too-few", "must be at least two: one is not always there"));
        }
        if (contacts.stream().map(OnCallContact::who).distinct().count() < contacts.size()) {
            faults.add(new Fault("/contacts", "duplicate", "must not hold the same contact twice"));
        }
        for (int i = 0; i < contacts.size(); i++) {
            check(contacts.get(i), "/contacts/" + i, staff, faults);
        }
        if (lastResponder == null) {
            faults.add(new Fault("/lastResponder", "needed", "is needed: a chain ends in somebody"));
        } else {
            check(lastResponder, "/lastResponder", staff, faults);
        }
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
    }

    private static void check(OnCallContact contact, String place, Set<UUID> staff, List<Fault> faults) {
        boolean line = contact.name() != null && !contact.name().isBlank() && contact.phone() != null;
        if (contact.isPerson()) {
            if (!staff.contains(contact.personId())) {
                faults.add(new Fault(place + "/personId", "unknown", "must be somebody of the district's staff"));
            }
        } else if (!line) {
            faults.add(new Fault(place, "needed", "must have a personId, or a name and a phone"));
        }
    }

    OnCallDocument kept() {
        return new OnCallDocument(
                contacts.stream().map(OnCallContact::kept).toList(), lastResponder.kept(), hours, notes);
    }
}
