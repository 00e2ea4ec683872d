package org.footbridge.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother.Made;

/** Asks for consents, and reads the family's mail: links and codes as notification-service gets them. */
public final class ConsentLinks {
    private final DemoTokens demo;
    private final TestDatabase database;

    public ConsentLinks(DemoTokens demo, TestDatabase database) {
        this.demo = demo;
        this.database = database;
    }

    public static Map<String, Object> form() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("recipientAgencyId", DemoTokens.HARBOR_LIGHT);
        form.put("scope", List.of("IDENTITY", "CONTACT", "CONCERNS"));
        form.put("purpose", "TREATMENT");
        form.put("expiresOn", LocalDate.now().plusYears(1).toString());
        form.put("signerRole", "GUARDIAN");
        form.put("guardianIds", List.of(World.GUARDIAN));
        return form;
    }

    public static Map<String, Object> formOfTheStudent() {
        Map<String, Object> form = form();
        form.put("signerRole", "ELIGIBLE_STUDENT");
        form.remove("guardianIds");
        return form;
    }

    public Response post(Made made, Map<String, ?> form) {
        return ReferralMother.post(demo.coordinator(), made.referralPath() + "/consent-requests", form, null);
    }

    /** The path of the new request. */
    public String ask(Made made) {
        Response asked = post(made, form());
        asked.then().statusCode(201);
        return made.referralPath() + "/consent-requests/" + asked.path("id");
    }

    /** What the last mail of that kind holds, as the internal question answers it. */
    public Response mail(Made made, String type, String column) {
        Map<String, Object> question = Map.of(
                "eventId", lastEvent(made, column),
                "type", type,
                "referralId", made.referral());
        Response answer =
                ReferralMother.post(demo.internalService(), "/internal/v1/recipients/resolve", question, null);
        answer.then().statusCode(200);
        return answer;
    }

    /** The link of the only signer, as a path. */
    public String link(Made made) {
        String link = mail(made, "consent.requested.v1", "link_event_id").path("recipients[0].link");
        assertThat(link).startsWith("http://localhost:8080/consent/");
        return link.substring("http://localhost:8080".length());
    }

    public String code(Made made) {
        return mail(made, "consent.code_requested.v1", "code_event_id").path("recipients[0].code");
    }

    /** Signs all the way; the page that said so. */
    public ConsentPage sign(Made made, String name) {
        ConsentPage page = opened(made);
        page.send("answer", Map.of("answer", "SIGN", "name", name, "agreed", "yes"));
        return page;
    }

    /** A page whose reader has proved who he or she is. */
    public ConsentPage opened(Made made) {
        return opened(made, link(made));
    }

    /** As above, with a link that was mailed before. */
    public ConsentPage opened(Made made, String link) {
        ConsentPage page = ConsentPage.open(link);
        page.send("code", Map.of());
        page.send("open", Map.of("code", code(made)));
        return page;
    }

    private UUID lastEvent(Made made, String column) {
        String query = "select s." + column + " from consent_signer s join consent_request r on r.id = s.request_id"
                + " where r.referral_id = ? order by s." + column + " desc nulls last limit 1";
        try (Connection superuser = database.connectAsSuperuser();
                PreparedStatement select = superuser.prepareStatement(query)) {
            select.setObject(1, made.referral());
            try (ResultSet found = select.executeQuery()) {
                assertThat(found.next()).isTrue();
                return found.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
