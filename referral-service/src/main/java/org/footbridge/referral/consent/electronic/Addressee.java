package org.footbridge.referral.consent.electronic;

import java.util.UUID;
import org.footbridge.referral.consent.SignerRole;

/**
 * Somebody who might be asked, as the roster knows him or her now.
 *
 * @param silence the code of the reason why he or she may not be asked, {@code null} where nothing speaks against it
 */
record Addressee(UUID personId, SignerRole role, String name, String address, String language, String silence) {

    boolean is(UUID person, SignerRole as) {
        return personId.equals(person) && role == as;
    }

    /** Whether he or she may decide, asked or not. */
    boolean hasRights() {
        return maySign() || silence.equals(Addressees.NO_CONTACT);
    }

    /** Whether a signature of his or hers would be worth something. An address that is missing now does not matter. */
    boolean maySign() {
        return silence == null || silence.equals(Addressees.NO_ADDRESS);
    }

    /** A record prints its members; this one must not reach a log. */
    @Override
    public String toString() {
        return "Addressee[" + personId + "]";
    }
}
