package org.footbridge.referral.consent.electronic;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.agreement.AgreementService;
import org.footbridge.referral.consent.ConsentTopics;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.consent.SignerRole;
import org.footbridge.referral.directory.DirectoryService;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.jurisdiction.Authority;
import org.footbridge.referral.jurisdiction.JurisdictionService;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.Guardian;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.Student;

/** Finds who might be asked for a referral's consent, and says of each why not. Asked anew each time. */
@ApplicationScoped
class Addressees {
    static final String NO_ADDRESS = "no-address";
    static final String NO_CONTACT = "no-contact";

    private final RosterService roster;
    private final DistrictService districts;
    private final AgreementService agreements;
    private final DirectoryService directory;
    private final JurisdictionService jurisdictions;

    Addressees(
            RosterService roster,
            DistrictService districts,
            AgreementService agreements,
            DirectoryService directory,
            JurisdictionService jurisdictions) {
        this.roster = roster;
        this.districts = districts;
        this.agreements = agreements;
        this.directory = directory;
        this.jurisdictions = jurisdictions;
    }

    /** The name of an agency that takes part, {@code null} for every other organization. */
    Uni<String> agency(UUID id) {
        return agreements.accountsAmong(List.of(id)).chain(accounts -> directory
                .chain(id)
                .map(chain -> accounts.isEmpty() || chain.isEmpty()
                        ? null
                        : chain.getFirst().name()));
    }

    /** The guardians, and the student himself or herself: of age, and as a minor. */
    record Known(Student student, DistrictSettings district, List<Addressee> all) {

        /** Somebody of them, {@code null} for everybody else. */
        Addressee find(UUID person, SignerRole role) {
            return all.stream().filter(one -> one.is(person, role)).findFirst().orElse(null);
        }
    }

    Uni<Known> of(Referral referral, Set<RecordScope> scope) {
        return districts.settings(referral.tenantId()).chain(district -> roster.student(
                        referral.tenantId(), referral.studentId())
                .chain(student -> roster.guardians(referral.tenantId(), referral.studentId())
                        .chain(guardians -> roster.people(referral.tenantId(), List.of(referral.studentId()))
                                .chain(people -> jurisdictions
                                        .of(referral.tenantId(), student)
                                        .map(authorities -> new Known(
                                                student,
                                                district,
                                                all(
                                                        referral,
                                                        ConsentTopics.authority(authorities, referral, scope),
                                                        guardians,
                                                        new Self(student, people.get(student.id()), district))))))));
    }

    /** The student, as somebody who may be written to. */
    private record Self(Student student, Person person, DistrictSettings district) {

        String language(Referral referral) {
            String home = referral.access().homeLanguage();
            return home == null ? district.languages().getFirst() : home;
        }
    }

    private static List<Addressee> all(Referral referral, Authority authority, List<Guardian> guardians, Self self) {
        String language = self.language(referral);
        List<Addressee> all = new ArrayList<>();
        for (Guardian guardian : guardians) {
            all.add(new Addressee(
                    guardian.personId(),
                    SignerRole.GUARDIAN,
                    guardian.givenName() + " " + guardian.familyName(),
                    guardian.email(),
                    guardian.language() == null ? language : guardian.language(),
                    silence(guardian, authority, referral.access().guardianContact())));
        }
        boolean ofAge = authority.decision() == Authority.Decision.ELIGIBLE_STUDENT;
        all.add(student(SignerRole.ELIGIBLE_STUDENT, self, language, ofAge ? null : "not-of-age"));
        all.add(student(SignerRole.MINOR, self, language, authority.minorMaySign() ? null : "not-allowed"));
        return List.copyOf(all);
    }

    private static Addressee student(SignerRole role, Self self, String language, String silence) {
        Student student = self.student();
        String address = self.person().email();
        return new Addressee(
                student.id(),
                role,
                student.displayName(),
                address,
                student.homeLanguage() == null ? language : student.homeLanguage(),
                silence == null ? withoutAddress(address) : silence);
    }

    private static String silence(Guardian guardian, Authority authority, boolean byTheForm) {
        if (authority.decision() == Authority.Decision.ELIGIBLE_STUDENT) {
            return "rights-moved";
        }
        if (ConsentTopics.onlyTheMinor(authority)) {
            return "minor-only";
        }
        if (!guardian.hasRights()) {
            return "not-entitled";
        }
        return byTheForm && guardian.mayContact() ? withoutAddress(guardian.email()) : NO_CONTACT;
    }

    private static String withoutAddress(String address) {
        return address == null || address.isBlank() ? NO_ADDRESS : null;
    }
}
