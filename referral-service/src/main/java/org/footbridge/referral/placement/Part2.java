package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralProblem;

/**
 * What the two sides write and send beside the record, where it tells of substance use (42 CFR Part 2): it crosses only under a
 * live consent that names PART2, and is withheld again when that ends. Each text and file carries the tag of its writer.
 */
@ApplicationScoped
public class Part2 {
    private final SendingChecks checks;

    Part2(SendingChecks checks) {
        this.checks = checks;
    }

    /**
     * Whether words of that side fall under it; 409 where they do and may not cross.
     *
     * @param said what the writer says, {@code null} where nothing: then they do where the writer knows that the referral does
     */
    public Uni<Boolean> crossing(Party writer, Boolean said) {
        return tag(writer, said)
                .call(tagged -> tagged ? require(writer) : Uni.createFrom().voidItem());
    }

    /** An agency that was told nothing of it learns nothing from what becomes of its words. */
    private Uni<Boolean> tag(Party writer, Boolean said) {
        boolean isPart2 = writer.file().referral().need().isPart2();
        if (said != null || !isPart2 || writer.isSchool()) {
            return Uni.createFrom().item(said == null ? isPart2 : said);
        }
        return isCovered(writer.file().referral(), writer.placement());
    }

    /** 422 for words that fall under it, covered or not. */
    Uni<Void> requirePlain(Party writer, Boolean said) {
        return tag(writer, said)
                .invoke(tagged -> {
                    if (tagged) {
                        Fault fault = new Fault(
                                "/part2",
                                "part2",
                                "Words about substance use go into a message, where they can be withheld again."
                                        + " Say false where nothing in these tells of it.");
                        throw new Problem(CommonProblem.INVALID, "1 fault(s), each with its place.", List.of(fault));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> require(Party writer) {
        return isCovered(writer.file().referral(), writer.placement())
                .invoke(covered -> {
                    if (!covered) {
                        throw ReferralProblem.CONSENT_MISSING.because("No live consent has the scope PART2."
                                + " Say part2: false where nothing in it tells of substance use.");
                    }
                })
                .replaceWithVoid();
    }

    /** Whether it may cross right now, in either direction. */
    public Uni<Boolean> isCovered(Referral referral, Placement placement) {
        return checks.covers(referral, placement, RecordScope.PART2);
    }

    /** As above where any of them needs it, so that most pages ask for nothing. */
    public <T> Uni<Boolean> isCoveredFor(Party reader, Collection<T> all, Predicate<T> needsIt) {
        return all.stream().anyMatch(needsIt)
                ? isCovered(reader.file().referral(), reader.placement())
                : Uni.createFrom().item(true);
    }
}
