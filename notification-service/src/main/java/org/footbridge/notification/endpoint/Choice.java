package org.footbridge.notification.endpoint;

import java.util.UUID;

/**
 * What an endpoint wants, in the form that a statement can compare with.
 *
 * @param types whole names of event types
 * @param families beginnings of names, each with a {@code %} behind it
 * @param schools {@code null} for all
 * @param services {@code null} for all
 */
public record Choice(
        UUID endpoint,
        UUID owner,
        boolean ordered,
        boolean everything,
        String[] types,
        String[] families,
        UUID[] schools,
        UUID[] services) {}
