package org.footbridge.referral.roster;

import java.util.UUID;

/** A school of the district; {@code active} is false for one that has left the roster. */
public record School(UUID id, String name, boolean active) {}
