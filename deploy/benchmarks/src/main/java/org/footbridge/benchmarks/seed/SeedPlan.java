package org.footbridge.benchmarks.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What is to be invented. Equal plans give equal rows, to the last character.
 *
 * @param referrals how many, of all districts together
 * @param services how many the directory lists
 * @param locations how many places they are offered at; every organization has one at least
 * @param seed where the dice begin
 * @param today the last day of the invented past; nothing in it depends on the real date
 */
public record SeedPlan(int referrals, int services, int locations, long seed, LocalDate today) {
    private static final int SERVICES_PER_ORGANIZATION = 8;

    /** Two school years. */
    private static final Duration PAST = Duration.ofDays(730);

    public SeedPlan {
        locations = Math.max(locations, organizations(services));
    }

    /** With one place for each organization. */
    public SeedPlan(int referrals, int services, long seed, LocalDate today) {
        this(referrals, services, 0, seed, today);
    }

    int organizations() {
        return organizations(services);
    }

    private static int organizations(int services) {
        return Math.max(2, services / SERVICES_PER_ORGANIZATION);
    }

    /** The moment at which every story stops. */
    public Instant now() {
        return today.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** When a referral is submitted: evenly spread over the past, a later one never earlier, as ids are to sort by time. */
    Instant submission(long index) {
        long slot = PAST.toMillis() / referrals;
        long jitter = Math.max(1, Math.min(slot, Duration.ofHours(6).toMillis()));
        return now().minus(PAST)
                .plusMillis(PAST.toMillis() * index / referrals
                        + dice(Kind.REFERRAL, index).below((int) jitter));
    }

    Instant beginning() {
        return now().minus(PAST).minus(Duration.ofDays(90));
    }

    /** Four students of five are referred once, the fifth a second time. */
    int students() {
        return Math.max(20, (int) (referrals * 4L / 5));
    }

    Dice dice(Kind kind, long index) {
        return new Dice(Dice.mix(seed) ^ Dice.mix(kind.name().hashCode()) ^ Dice.mix(~index));
    }

    /** Says which data a database holds. */
    @Override
    public String toString() {
        String places = locations == organizations() ? "" : " --locations " + locations;
        return "--referrals %d --services %d%s --seed %d --today %s"
                .formatted(referrals, services, places, seed, today);
    }
}
