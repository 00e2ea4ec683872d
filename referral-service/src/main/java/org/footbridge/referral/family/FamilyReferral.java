package org.footbridge.referral.family;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.referral.CrisisHelp;
import org.footbridge.referral.referral.CrisisLanguage;
import org.footbridge.referral.referral.Referral;

/**
 * A referral as the student and the guardians see it: how far it is, in plain words, and whom to call. Nothing of what anybody wrote,
 * no reason of an agency, no code. This class is the one place that decides it for families.
 */
@Schema(description = "A request for support, in plain words. Steps are open for more.")
public record FamilyReferral(
        UUID id,

        @Schema(maxLength = 11, pattern = "^FB-[0-9A-HJKMNP-TV-Z]{8}$", examples = "FB-7K3M9Q2X")
        String number,

        UUID studentId,
        @Schema(maxLength = 500) String schoolName,
        Step step,

        @Schema(
                maxLength = 200,
                description =
                        "The step in plain words: in the language of the person if the roster knows it, else by Accept-Language;"
                                + " English or Spanish.",
                examples = "The school is looking for support.")
        String status,

        @Schema(description = "Whether the caller asked for it.")
        boolean mine,

        Instant submittedAt,

        @Schema(description = "When the student was first seen.")
        Instant firstVisitAt,

        @Schema(description = "When it ended.") Instant closedAt,

        @Schema(maxLength = 50, description = "Whom the family may call.")
        String phone,

        @Schema(maxItems = 50, description = "Whom to call or text at any hour.")
        List<CrisisHelp.Line> help) {

    /** How far it is, as far as a family needs to know. */
    public enum Step {
        RECEIVED("The school has received the request.", "La escuela ha recibido la solicitud."),
        LOOKING("The school is looking for support.", "La escuela está buscando apoyo."),
        PERMISSION(
                "The school needs the family's permission to go on.",
                "La escuela necesita el permiso de la familia para continuar."),
        ARRANGING("The school has asked somebody to help.", "La escuela ha pedido a alguien que ayude."),
        SEEN("A first visit has taken place.", "Ya tuvo lugar una primera visita."),
        FINISHED("Support has come to its end.", "El apoyo ha terminado."),
        CLOSED(
                "The request is closed. The school can tell more.",
                "La solicitud está cerrada. La escuela puede informarle más.");

        private final String english;
        private final String spanish;

        Step(String english, String spanish) {
            this.english = english;
            this.spanish = spanish;
        }

        /** For a BCP 47 tag; English for every language that there are no words in. */
        String words(String language) {
            return CrisisLanguage.SPANISH.equals(Locale.forLanguageTag(language).getLanguage()) ? spanish : english;
        }
    }

    static FamilyReferral of(Referral referral, FamilyCaller reader, DistrictSettings district) {
        Step step = step(referral);
        return new FamilyReferral(
                referral.id(),
                referral.number(),
                referral.studentId(),
                referral.schoolName(),
                step,
                step.words(reader.language()),
                reader.person().equals(referral.referrerId()),
                referral.milestones().submittedAt(),
                referral.milestones().firstKeptAt(),
                referral.milestones().closedAt(),
                district.phone(),
                CrisisHelp.lines(district.crisisLines()));
    }

    /** A decline is the school's to deal with: for the family, the school goes on looking. */
    private static Step step(Referral referral) {
        return switch (referral.state()) {
            case DRAFT, SUBMITTED, NEEDS_INFO -> Step.RECEIVED;
            case TRIAGED, READY -> Step.LOOKING;
            case AWAITING_CONSENT -> Step.PERMISSION;
            case PLACED -> referral.milestones().firstKeptAt() == null ? Step.ARRANGING : Step.SEEN;
            case COMPLETED -> Step.FINISHED;
            case CLOSED_NOT_SERVED,
                    WITHDRAWN,
                    CONSENT_REFUSED,
                    CONSENT_REVOKED,
                    DUPLICATE,
                    TRANSFERRED_OUT,
                    ENTERED_IN_ERROR -> Step.CLOSED;
        };
    }
}
