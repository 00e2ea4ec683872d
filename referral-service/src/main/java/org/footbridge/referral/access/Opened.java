package org.footbridge.referral.access;

import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.Referral;

/** A case file in the hands of somebody who may know of it. */
public record Opened(SchoolCaller caller, CaseFile file) {

    public Referral referral() {
        return file.referral();
    }

    public boolean byCoordinator() {
        return caller.coordinates(file.referral());
    }

    /** The caller in the relation that let him or her open it. */
    public Actor actor() {
        return byCoordinator() ? caller.coordinator() : caller.referrer(file.referral());
    }

    /** The caller as the coordinator of the referral's school; 403 for the referrer. */
    public Actor coordinator() {
        if (!byCoordinator()) {
            throw CommonProblem.FORBIDDEN.because("This is for a coordinator of the referral's school.");
        }
        return caller.coordinator();
    }
}
