package org.footbridge.referral.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.AppointmentState;
import org.footbridge.referral.placement.Modality;
import org.footbridge.referral.placement.Side;

/** Times that one side has proposed, the same for both sides. */
@Schema(description = "Times that one side has proposed; the other confirms one of them.")
public record ProposalResponse(
        UUID id,
        Side proposedBy,
        @Schema(minimum = "5", maximum = "480") int durationMinutes,
        Modality modality,
        @Schema(maxItems = 5) List<Time> times) {

    /** One of them: PROPOSED, BOOKED once it was taken, CANCELLED once it was not. */
    @Schema(name = "ProposedTime")
    public record Time(UUID appointmentId, Instant startsAt, AppointmentState state) {}

    /** One proposal. */
    static ProposalResponse of(List<Appointment> times) {
        Appointment first = times.getFirst();
        return new ProposalResponse(
                first.proposalId(),
                first.proposedBy(),
                first.durationMinutes(),
                first.modality(),
                times.stream()
                        .map(time -> new Time(time.id(), time.startsAt(), time.state()))
                        .toList());
    }

    /** All of a placement, in the order of their first times. */
    static List<ProposalResponse> all(List<Appointment> times) {
        Map<UUID, List<Appointment>> byProposal = new LinkedHashMap<>();
        times.forEach(time -> byProposal
                .computeIfAbsent(time.proposalId(), id -> new ArrayList<>())
                .add(time));
        return byProposal.values().stream().map(ProposalResponse::of).toList();
    }
}
