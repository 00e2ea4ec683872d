package org.footbridge.referral.casefile;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Follows every change of a case file in its own transaction, after it was written down and told: no command can forget what
 * must go along with it. A failure takes the change back.
 */
public interface CaseFollower {

    Uni<Void> follow(CaseFile file, Changes changes, Instant now);
}
