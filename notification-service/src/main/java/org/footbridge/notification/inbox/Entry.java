package org.footbridge.notification.inbox;

import java.util.UUID;
import org.footbridge.notification.preference.NoticeTopic;

/**
 * What is put into somebody's inbox.
 *
 * @param letter the template whose first line is the title, such as {@code attention}
 * @param language {@code en} or {@code es}
 * @param placementId {@code null} where it concerns none
 */
public record Entry(
        UUID tenant,
        UUID person,
        UUID eventId,
        String eventType,
        NoticeTopic topic,
        String letter,
        String language,
        UUID referralId,
        UUID placementId) {}
