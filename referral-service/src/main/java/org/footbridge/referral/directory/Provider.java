package org.footbridge.referral.directory;

import java.util.UUID;

/** An organization of the directory. */
public record Provider(UUID id, String name, boolean active) {}
