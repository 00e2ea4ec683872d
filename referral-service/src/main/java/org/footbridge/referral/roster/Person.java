package org.footbridge.referral.roster;

import java.util.UUID;

/** Somebody of the roster, as far as colleagues may see. {@code phone} and {@code email} are {@code null} where unknown. */
public record Person(UUID id, String name, String email, String phone) {}
