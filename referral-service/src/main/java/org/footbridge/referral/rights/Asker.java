package org.footbridge.referral.rights;

import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.roster.Student;

/** Somebody who may ask about a student's records, as a coordinator of a school of the student or as who holds the rights. */
public record Asker(Actor actor, Student student, boolean coordinator) {

    void requireCoordinator() {
        if (!coordinator) {
            throw CommonProblem.FORBIDDEN.because("This is for a coordinator of a school of the student.");
        }
    }
}
