package org.footbridge.referral.student;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.roster.GuardianContact;
import org.footbridge.referral.roster.GuardianContacts;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.School;
import org.footbridge.referral.roster.Student;

/** Lets a coordinator of the student's school say who must not be contacted. It holds for everything from that moment on. */
@ApplicationScoped
class GuardianContactService {
    private final SchoolAccess access;
    private final RosterService roster;
    private final GuardianContacts contacts;
    private final AccessLog log;

    GuardianContactService(SchoolAccess access, RosterService roster, GuardianContacts contacts, AccessLog log) {
        this.access = access;
        this.roster = roster;
        this.contacts = contacts;
        this.log = log;
    }

    @WithTransaction
    Uni<GuardianContact> read(Caller caller, UUID student, UUID guardian) {
        return open(caller, student)
                .call(who -> log.school(who.coordinator(), "guardian-contact", List.of(student, guardian)))
                .chain(() -> find(caller, student, guardian));
    }

    @WithTransaction
    Uni<GuardianContact> change(Caller caller, UUID student, UUID guardian, long expected, ContactRequest request) {
        GuardianContact wanted = new GuardianContact(request.mayContact(), request.reason(), null, 0);
        return open(caller, student)
                .call(who -> log.school(who.coordinator(), "guardian-contact-change", List.of(student, guardian)))
                .chain(() -> find(caller, student, guardian))
                .invoke(before -> Version.require(expected, before.version()))
                .chain(() -> contacts.change(caller.tenant(), student, guardian, wanted, caller.subject()))
                .chain(() -> find(caller, student, guardian));
    }

    private Uni<GuardianContact> find(Caller caller, UUID student, UUID guardian) {
        return contacts.lock(caller.tenant(), student, guardian)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such guardian of this student."));
    }

    private Uni<SchoolCaller> open(Caller caller, UUID student) {
        return access.caller(caller)
                .call(who -> roster.student(caller.tenant(), student).invoke(found -> requireOwn(who, found)));
    }

    private static void requireOwn(SchoolCaller who, Student student) {
        boolean own =
                student != null && student.schools().stream().map(School::id).anyMatch(who.staff()::coordinates);
        if (!own) {
            throw CommonProblem.NOT_FOUND.because("There is no such student for this caller.");
        }
    }
}
