package org.footbridge.notification.endpoint;

/**
 * How a secret is replaced.
 *
 * @param overlapSeconds how long the old one counts beside the new, {@code null} for as long as usual
 * @param signature the scheme of the new one, {@code null} for the same
 */
record Rotation(Integer overlapSeconds, String signature) {}
