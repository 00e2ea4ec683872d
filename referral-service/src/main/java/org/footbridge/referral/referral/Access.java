package org.footbridge.referral.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What decides whether an offered service can be reached: language, insurance, school plans. */
@Embeddable
public class Access {
    @Column(name = "home_language")
    private String homeLanguage;

    @Column(name = "interpreter_needed")
    private boolean interpreterNeeded;

    @Enumerated(EnumType.STRING)
    private Insurance insurance;

    @Column(name = "iep")
    private Boolean iep;

    @Column(name = "section504")
    private Boolean section504;

    @Column(name = "guardian_contact")
    private boolean guardianContact = true;

    protected Access() {}

    /**
     * Facts of the form.
     *
     * @param homeLanguage a BCP 47 tag, {@code null} where unknown
     * @param iep whether the student has an individual education plan; {@code null} where nobody said
     * @param section504 whether the student has a 504 plan; {@code null} where nobody said
     */
    public Access(
            String homeLanguage, boolean interpreterNeeded, Insurance insurance, Boolean iep, Boolean section504) {
        this.homeLanguage = homeLanguage;
        this.interpreterNeeded = interpreterNeeded;
        this.insurance = insurance;
        this.iep = iep;
        this.section504 = section504;
    }

    /** The same, with what the form says about guardians; {@code null} says nothing against them. */
    Access guardiansMayBeContacted(Boolean said) {
        this.guardianContact = !Boolean.FALSE.equals(said);
        return this;
    }

    /** Takes what was not said yet. What was said against guardians, or for an interpreter, stays said. */
    public void add(Access later) {
        homeLanguage = homeLanguage == null ? later.homeLanguage : homeLanguage;
        interpreterNeeded |= later.interpreterNeeded;
        insurance = insurance == Insurance.UNKNOWN ? later.insurance : insurance;
        iep = iep == null ? later.iep : iep;
        section504 = section504 == null ? later.section504 : section504;
        guardianContact &= later.guardianContact;
    }

    /** False where the form forbids it: then no guardian hears of this referral from us, or through what we disclose. */
    public boolean guardianContact() {
        return guardianContact;
    }

    public String homeLanguage() {
        return homeLanguage;
    }

    public boolean interpreterNeeded() {
        return interpreterNeeded;
    }

    public Insurance insurance() {
        return insurance;
    }

    public Boolean iep() {
        return iep;
    }

    public Boolean section504() {
        return section504;
    }
}
