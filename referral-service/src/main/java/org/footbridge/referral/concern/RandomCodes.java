package org.footbridge.referral.concern;

import java.security.SecureRandom;

/** Codes for people to read out: Crockford's letters, which nobody confuses. */
final class RandomCodes {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomCodes() {}

    static String of(int length) {
        StringBuilder code = new StringBuilder(length);
        RANDOM.ints(length, 0, CROCKFORD.length()).forEach(index -> code.append(CROCKFORD.charAt(index)));
        return code.toString();
    }
}
