package org.footbridge.referral.family;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.account.AccountService;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.CrisisLanguage;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.Student;

/** Tells whose student or guardian the caller is at this moment: a right that was taken ends at once. */
@ApplicationScoped
public class FamilyAccess {
    private final AccountService accounts;
    private final RosterService roster;
    private final DistrictService districts;
    private final FamilyRepository families;
    private final Clock clock;

    FamilyAccess(
            AccountService accounts,
            RosterService roster,
            DistrictService districts,
            FamilyRepository families,
            Clock clock) {
        this.accounts = accounts;
        this.roster = roster;
        this.districts = districts;
        this.families = families;
        this.clock = clock;
    }

    /**
     * Who holds the rights over a student's records at this moment: a guardian with rights of a minor, or the student of age.
     *
     * @param actor the caller in this relation
     */
    public record Holder(Actor actor, Student student) {}

    /** {@code null} where the caller holds none; fails with 404 for an account that the roster does not know. */
    public Uni<Holder> holder(Caller caller, UUID student) {
        return caller(caller).map(who -> who.holds(student)
                .map(found -> new Holder(who.actorFor(student), found))
                .orElse(null));
    }

    /** 404 for an account that the roster does not know. */
    Uni<FamilyCaller> caller(Caller caller) {
        return accounts.person(caller).chain(person -> {
            if (person == null) {
                throw CommonProblem.NOT_FOUND.because("The roster does not know this account.");
            }
            return districts
                    .settings(caller.tenant())
                    .chain(district -> caller(caller, person, district.dateAt(clock.instant())));
        });
    }

    private Uni<FamilyCaller> caller(Caller caller, UUID person, LocalDate today) {
        return self(caller, person)
                .chain(self -> children(caller, person, today).chain(children -> language(caller, person)
                        .map(language -> new FamilyCaller(caller, person, self, children, today, language))));
    }

    private Uni<String> language(Caller caller, UUID person) {
        return families.language(caller.tenant(), person)
                .map(known -> known == null ? CrisisLanguage.current() : known);
    }

    private Uni<Student> self(Caller caller, UUID person) {
        return caller.has(Roles.STUDENT)
                ? roster.student(caller.tenant(), person)
                : Uni.createFrom().nullItem();
    }

    private Uni<List<Student>> children(Caller caller, UUID person, LocalDate today) {
        if (!caller.has(Roles.GUARDIAN)) {
            return Uni.createFrom().item(List.of());
        }
        return families.children(caller.tenant(), person).chain(ids -> Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> roster.student(caller.tenant(), id))
                .filter(student -> student.isMinorOn(today))
                .collect()
                .asList());
    }
}
