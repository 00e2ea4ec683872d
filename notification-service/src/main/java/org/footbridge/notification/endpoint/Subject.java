package org.footbridge.notification.endpoint;

import java.util.UUID;

/**
 * What an endpoint's filters look at.
 *
 * @param type the event's public name
 * @param school the referral's school, or {@code null}
 * @param service the placement's service, or {@code null}
 */
public record Subject(String type, UUID school, UUID service) {}
