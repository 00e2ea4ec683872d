package org.footbridge.referral.access;

import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.Referral;

/** A case file in the hands of somebody who may know of it, with what let him or her in. */
public record Opened(SchoolCaller caller, CaseFile file, Door door) {

    /** What lets somebody in. */
    public enum Door {
        /** A relation to the school or to the referral. */
        RELATION,
        /** No relation: he or she reads in need, with a reason. */
        BROKEN_GLASS,
        /** He or she stands in the school's on-call chain, and it is a crisis. */
        ON_CALL
    }

    public Opened(SchoolCaller caller, CaseFile file) {
        this(caller, file, Door.RELATION);
    }

    public Referral referral() {
        return file.referral();
    }

    public boolean byCoordinator() {
        return caller.coordinates(file.referral());
    }

    public boolean onCall() {
        return door == Door.ON_CALL;
    }

    /** Whether all that the school's side knows is shown. */
    public boolean seesAll() {
        return door == Door.BROKEN_GLASS || byCoordinator();
    }

    /** The caller in the relation that let him or her open it. */
    public Actor actor() {
        return switch (door) {
            case BROKEN_GLASS -> caller.breakingGlass();
            case ON_CALL -> caller.onCall();
            case RELATION ->
                byCoordinator() ? caller.coordinatorOf(referral().schoolId()) : caller.referrer(referral());
        };
    }

    /** The caller as the coordinator of the referral's school; 403 for the referrer. */
    public Actor coordinator() {
        if (!byCoordinator()) {
            throw CommonProblem.FORBIDDEN.because("This is for a coordinator of the referral's school.");
        }
        return caller.coordinatorOf(referral().schoolId());
    }

    /** The caller as somebody who may have a crisis in hand; 403 for the referrer, who has called for help. */
    public Actor responder() {
        if (!byCoordinator() && !onCall()) {
            throw CommonProblem.FORBIDDEN.because("This is for a coordinator of the school or its on-call contacts.");
        }
        return actor();
    }
}
