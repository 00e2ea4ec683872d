package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a placement rests, and where it goes on.
 *
 * @param from the state that it was in, and goes back to
 * @param until the day on which it shall go on, {@code null} where nobody knows
 */
@Embeddable
@Schema(description = "Why a placement rests, and the state in which it goes on.")
public record PlacementHold(
        @Enumerated(EnumType.STRING) @Column(name = "held_from")
        PlacementState from,

        @Enumerated(EnumType.STRING) @Column(name = "held_reason")
        HoldReason reason,

        @Column(name = "held_until") LocalDate until) {}
