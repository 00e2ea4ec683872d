package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** Draws numbers for humans: {@code FB-} and 8 random Crockford characters, unique in the district (decision 6). */
@ApplicationScoped
public class ReferralNumbers {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<String> candidates;

    public ReferralNumbers() {
        this(ReferralNumbers::random);
    }

    ReferralNumbers(Supplier<String> candidates) {
        this.candidates = candidates;
    }

    /** A number that is nobody else's, kept for this referral in the running transaction. */
    public Uni<String> reserve(UUID tenant, UUID referral) {
        String candidate = candidates.get();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into referral_tenant (referral_id, tenant_id, number)
                                values (:referral, :tenant, :number) on conflict (tenant_id, number) do nothing
                                """)
                        .setParameter("referral", referral)
                        .setParameter("tenant", tenant)
                        .setParameter("number", candidate)
                        .executeUpdate())
                .chain(rows -> rows == 1 ? Uni.createFrom().item(candidate) : reserve(tenant, referral));
    }

    private static String random() {
        StringBuilder number = new StringBuilder("FB-");
        RANDOM.ints(LENGTH, 0, CROCKFORD.length()).forEach(index -> number.append(CROCKFORD.charAt(index)));
        return number.toString();
    }
}
