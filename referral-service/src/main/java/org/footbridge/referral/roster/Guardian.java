package org.footbridge.referral.roster;

import java.util.UUID;

/**
 * A guardian of one student, with what is needed to reach him or her.
 *
 * @param relation {@code guardian}, {@code parent} or {@code relative}
 * @param email {@code null} where unknown, as phone, sms and language (BCP 47)
 * @param hasRights false where a court or a coordinator took the right to decide and to be told
 * @param mayContact false where he or she must not be contacted
 */
public record Guardian(
        UUID personId,
        String givenName,
        String familyName,
        String relation,
        String email,
        String phone,
        String sms,
        String language,
        boolean hasRights,
        boolean mayContact) {}
