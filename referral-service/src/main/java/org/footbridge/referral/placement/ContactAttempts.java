package org.footbridge.referral.placement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When an agency may say that it could not reach a family (domain 5.2): after three tries in vain on different days or over
 * different channels, which are not all of one day. Five calls within an hour are one try.
 */
public final class ContactAttempts {
    public static final int NEEDED = 3;
    private static final int DAYS_NEEDED = 2;

    private final Set<Occasion> inVain;

    /**
     * The tries at one placement.
     *
     * @param zone the district's, in which its days begin
     */
    public ContactAttempts(List<ContactAttempt> attempts, ZoneId zone) {
        this.inVain = attempts.stream()
                .filter(attempt -> attempt.outcome() != ContactOutcome.REACHED)
                .map(attempt -> new Occasion(LocalDate.ofInstant(attempt.attemptedAt(), zone), attempt.channel()))
                .collect(Collectors.toSet());
    }

    private record Occasion(LocalDate day, ContactChannel channel) {}

    /** Tries in vain, where those of one day over one channel are one. */
    public int counted() {
        return inVain.size();
    }

    public boolean suffice() {
        long days = inVain.stream().map(Occasion::day).distinct().count();
        return counted() >= NEEDED && days >= DAYS_NEEDED;
    }
}
