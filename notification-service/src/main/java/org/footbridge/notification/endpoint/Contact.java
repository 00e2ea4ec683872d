package org.footbridge.notification.endpoint;

import java.util.UUID;

/**
 * Whom to write to about an endpoint.
 *
 * @param host of its URL, for people to recognise it by
 * @param address {@code null} where the owner named nobody
 */
public record Contact(UUID endpoint, Owner owner, String host, String address) {}
