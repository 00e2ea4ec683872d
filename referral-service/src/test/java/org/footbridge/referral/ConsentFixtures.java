package org.footbridge.referral;

import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.Access;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother.Made;

/** Whose the operations about consent are, for {@link AccessMatrixTest}. */
final class ConsentFixtures {
    static final String CONTACT = "/api/v1/students/" + World.STUDENT + "/guardians/" + World.GUARDIAN + "/contact";

    private final DemoTokens demo;
    private final ReferralMother mother;
    private final ConsentLinks links;

    ConsentFixtures(DemoTokens demo, TestDatabase database) {
        this.demo = demo;
        this.mother = new ReferralMother(demo);
        this.links = new ConsentLinks(demo, database);
    }

    void add(AccessMatrix matrix) {
        matrix.operation("requestConsent", () -> of(mother.triaged()).body(AccessMatrixTest.json(ConsentLinks.form())))
                .operation("listConsentRequests", () -> asked(false))
                .operation("getConsentRequest", () -> asked(true))
                .operation("cancelConsentRequest", () -> asked(true).header("If-Match", "\"0\""))
                .operation("resendConsentRequest", () -> asked(true).header("If-Match", "\"0\""))
                .operation("getConsentAuthority", () -> Access.by(demo.coordinator())
                        .path("id", World.STUDENT))
                .operation("releaseWithoutConsent", () -> {
                    Made made = mother.submitted();
                    return of(made).header("If-Match", ReferralMother.etag(coordinator(), made.referralPath()))
                            .body(AccessMatrixTest.json(ReferralMother.releaseForm()));
                })
                .operation("openBreakGlass", () -> Access.by(mother.otherSchoolsCounselor())
                        .path("id", mother.submitted().referral())
                        .body(AccessMatrixTest.json(Map.of("reason", "The student is in my office."))))
                .operation("getEmergencyContacts", () -> Access.by(coordinator())
                        .path("id", mother.submitted().referral()))
                .operation("getGuardianContact", this::contact)
                .operation("setGuardianContact", () -> contact()
                        .header("If-Match", ReferralMother.etag(coordinator(), CONTACT))
                        .body(AccessMatrixTest.json(Map.of("mayContact", true, "reason", "RESTRICTION_LIFTED"))))
                .operation("getConsentDocument", () -> {
                    Made made = mother.triaged();
                    links.ask(made);
                    links.sign(made, "Somebody");
                    String consent = ReferralMother.get(demo.coordinator(), made.referralPath() + "/consents")
                            .path("items[0].id");
                    return of(made).path("id", UUID.fromString(consent));
                });
    }

    private Access contact() {
        return Access.by(coordinator()).path("id", World.STUDENT).path("guardianId", World.GUARDIAN);
    }

    private TokenBuilder coordinator() {
        return demo.coordinator();
    }

    private Access asked(boolean named) {
        Made made = mother.triaged();
        String request = links.ask(made);
        return named ? of(made).path("id", UUID.fromString(request.substring(request.lastIndexOf('/') + 1))) : of(made);
    }

    private Access of(Made made) {
        return Access.by(demo.coordinator()).path("referralId", made.referral());
    }
}
