package org.footbridge.referral.referral;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to do now, for whoever submits or reads a crisis. The lines are bundled with the service (decision 32): they need no
 * database, no directory and no configuration, so that nothing can fail between a person and a number to call.
 */
@Schema(description = "Only with a CRISIS: what to do now, and whom to call.")
public record CrisisHelp(
        @Schema(maxItems = 20, description = "In this order.", examples = "[\"Do not leave the student alone.\"]")
        List<String> now,

        @Schema(maxItems = 50, description = "Open day and night.")
        List<Line> lines) {

    private static final List<String> NOW = List.of(
            "Do not leave the student alone.",
            "If somebody is in danger right now, call 911.",
            "Call or text 988 at any hour to speak with a trained crisis counselor.",
            "Bring the first available clinician and an administrator to the student.",
            "Tell a guardian, unless that would put the student in danger.");

    private static final CrisisHelp BUNDLED = new CrisisHelp(NOW, bundled().lines());

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

    /** {@code null} for every urgency but CRISIS. */
    static CrisisHelp of(Urgency urgency) {
        return urgency == Urgency.CRISIS ? BUNDLED : null;
    }

    private static File bundled() {
        try (InputStream file = CrisisHelp.class.getResourceAsStream("/crisis.json")) {
            return new ObjectMapper().readValue(file, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
