package org.footbridge.common.events;

import java.util.List;
import java.util.UUID;

/**
 * No service of the directory fits what a district looks for. It names criteria, never their values or for whom.
 *
 * @param decisive criteria each of which alone keeps services from fitting; empty where it takes more than one
 */
public record GapFound(UUID gapId, List<String> criteria, List<String> decisive) implements EventPayload {}
