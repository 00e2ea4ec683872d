package org.footbridge.referral.referral;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.district.CrisisLine;

/**
 * What to do now, for whoever submits or reads a crisis. The national lines are bundled with the service (decision 32): they need no
 * database, no directory and no configuration, so that nothing can fail between a person and a number to call. Those of the
 * district come after them, out of the transaction that answers.
 */
@Schema(
        description =
                "Only with a CRISIS: what to do now, and whom to call. In English or Spanish, by Accept-Language.")
public record CrisisHelp(
        @Schema(maxItems = 20, description = "In this order.", examples = "[\"Do not leave the student alone.\"]")
        List<String> now,

        @Schema(maxItems = 50, description = "The national ones first, then those of the district.")
        List<Line> lines) {

    private static final List<String> NOW = List.of(
            "Do not leave the student alone.",
            "If somebody is in danger right now, call 911.",
            "Call or text 988 at any hour to speak with a trained crisis counselor.",
            "Bring the first available clinician and an administrator to the student.",
            "Tell a guardian, unless that would put the student in danger.");

    private static final List<String> NOW_IN_SPANISH = List.of(
            "No deje sola a la persona.",
            "Si alguien está en peligro en este momento, llame al 911.",
            "Llame al 988 y oprima el 2, o envíe la palabra AYUDA al 988, a cualquier hora, para hablar con una persona"
                    + " capacitada para ayudar en una crisis.",
            "Lleve con la persona al primer profesional clínico y al primer directivo que encuentre.",
            "Avise a su madre, padre o tutor, salvo que eso la ponga en peligro.");

    private static final List<Line> LINES = bundled().lines();

    /** A line to call, to text or to chat with. */
    @Schema(name = "CrisisHelpLine")
    public record Line(
            @Schema(maxLength = 200, examples = "988 Suicide & Crisis Lifeline")
            String name,

            @Schema(maxLength = 20, examples = "988") String call,
            @Schema(maxLength = 20, examples = "988") String text,

            @Schema(maxLength = 50, description = "The word to begin a text with.")
            String say,

            @Schema(maxLength = 500) String chat,
            @Schema(maxLength = 50, examples = "24/7") String hours) {}

    /** The file as it stands. Its message is for the public page. */
    private record File(String message, List<Line> lines) {}

    /** What to do when somebody is in danger, whoever asks, in the caller's language, with the lines of the district. */
    public static CrisisHelp with(List<CrisisLine> local) {
        boolean spanish = CrisisLanguage.current().equals(CrisisLanguage.SPANISH);
        return new CrisisHelp(spanish ? NOW_IN_SPANISH : NOW, lines(local));
    }

    /** Whom anybody may call: the national lines first. */
    public static List<Line> lines(List<CrisisLine> local) {
        List<Line> lines = new ArrayList<>(LINES);
        local.forEach(line ->
                lines.add(new Line(line.name(), line.call(), line.text(), line.say(), line.chat(), line.hours())));
        return List.copyOf(lines);
    }

    /** As above for a crisis; {@code null} for every other urgency. */
    static CrisisHelp of(Urgency urgency, List<CrisisLine> local) {
        return urgency == Urgency.CRISIS ? with(local) : null;
    }

    private static File bundled() {
        try (InputStream file = CrisisHelp.class.getResourceAsStream("/crisis.json")) {
            return new ObjectMapper().readValue(file, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
