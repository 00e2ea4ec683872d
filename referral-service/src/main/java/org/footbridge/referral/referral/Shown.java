package org.footbridge.referral.referral;

import java.util.List;
import org.footbridge.referral.access.Opened;

/** A case file in the caller's hands, with what was asked and answered about it. */
record Shown(Opened opened, List<Inquiry> inquiries) {

    Referral referral() {
        return opened.referral();
    }
}
