package org.footbridge.benchmarks.seed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ids in the form of UUIDv7, as the services give them: they sort by time, so indexes and pages behave as with real data. */
final class SeedIds {
    /** Districts and agencies that the demo's accounts belong to, so that its logins open this data. */
    private static final List<UUID> DEMO_DISTRICTS = List.of(
            UUID.fromString("01980000-0000-7000-8000-00000000d001"),
            UUID.fromString("01980000-0000-7000-8000-00000000d002"));

    private static final List<UUID> DEMO_AGENCIES = List.of(
            UUID.fromString("01980000-0000-7000-8000-00000000a001"),
            UUID.fromString("01980000-0000-7000-8000-00000000a002"));

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int NUMBER_BITS = 40;

    private final SeedPlan plan;

    SeedIds(SeedPlan plan) {
        this.plan = plan;
    }

    /** The id of something made at that time; of two made at the same time the one with the larger index sorts last. */
    UUID id(Kind kind, long index, Instant at) {
        long high = at.toEpochMilli() << 16 | VERSION_7 | (index & 0xFFF);
        long low = VARIANT | (Dice.mix(Dice.mix(plan.seed() ^ kind.name().hashCode()) + index) >>> 2);
        return new UUID(high, low);
    }

    /** The id of something that was there from the beginning. */
    UUID id(Kind kind, long index) {
        return id(kind, index, plan.beginning());
    }

    UUID district(int index) {
        return index < DEMO_DISTRICTS.size()
                ? DEMO_DISTRICTS.get(index)
                : UUID.fromString("01980000-0000-7000-8000-00000000d%03x".formatted(index + 1));
    }

    UUID organization(int index) {
        return index < DEMO_AGENCIES.size() ? DEMO_AGENCIES.get(index) : id(Kind.ORGANIZATION, index);
    }

    /** A referral's number for humans. Multiplying by an odd number is one to one, so no two are the same. */
    String number(long index) {
        long spread = (index + plan.seed()) * 0x9E3779B97F4A7C15L & (1L << NUMBER_BITS) - 1;
        StringBuilder number = new StringBuilder("FB-");
        for (int shift = NUMBER_BITS - 5; shift >= 0; shift -= 5) {
            number.append(CROCKFORD.charAt((int) (spread >>> shift & 31)));
        }
        return number.toString();
    }
}
