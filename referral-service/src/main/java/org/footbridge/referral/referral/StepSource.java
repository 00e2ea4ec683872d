package org.footbridge.referral.referral;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.footbridge.referral.access.Opened;

/**
 * Knows what may be done about a referral beside the steps of its own machine. Each feature with such commands brings its own,
 * with a priority: the steps are told in that order, whatever build it is.
 */
public interface StepSource {

    /** Each of them, whether the caller may take it now or not. Runs in the transaction that opened the referral. */
    Uni<List<NextSteps.NextStep>> steps(Opened opened);
}
