package org.footbridge.notification.endpoint;

import java.util.List;

/**
 * Where a delivery goes now and with which keys it is signed, the current one first. Lives for one attempt, in memory only.
 */
public record Target(String url, boolean enabled, List<byte[]> keys) {}
