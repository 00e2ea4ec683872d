package org.footbridge.gateway.crisis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.footbridge.common.web.caller.Open;

/** Whom to call, from the door itself: it needs no database, no service and no login (decision 32). */
@Path("/crisis")
public class CrisisResource {
    private static final String BECAUSE = "whoever needs help must not have to log in";
    private static final String LOCAL = "<!-- the lines of the place -->";

    private final CrisisLines lines;
    private final ObjectMapper mapper;
    private final String html = bundled("/crisis.html");

    public CrisisResource(CrisisLines lines, ObjectMapper mapper) {
        this.lines = lines;
        this.mapper = mapper;
    }

    @GET
    @Produces("application/json;qs=1.0")
    @Open(because = BECAUSE)
    @Operation(
            operationId = "readCrisisLines",
            summary = "Whom to call, text or chat with in a crisis",
            description =
                    "The lines of the place first, then those that help everywhere. A postal code that is none is as good as"
                            + " none: nobody in a crisis is refused.")
    @APIResponse(
            responseCode = "200",
            description = "To be kept for five minutes.",
            content = @Content(schema = @Schema(implementation = CrisisHelp.class)))
    public Response json(
            @QueryParam("postalCode")
                    @Parameter(
                            description = "Where, as a postal code.",
                            schema = @Schema(maxLength = 12),
                            example = "00410")
                    String postalCode)
            throws JsonProcessingException {
        return keepable(mapper.writeValueAsString(lines.current().at(place(postalCode))), MediaType.APPLICATION_JSON);
    }

    @GET
    @Produces("text/html;qs=0.5")
    @Open(because = BECAUSE)
    @Operation(hidden = true)
    public Response page(@QueryParam("postalCode") String postalCode) {
        String local = lines.current().at(place(postalCode)).lines().stream()
                .filter(line -> !line.helpsEverywhere())
                .map(CrisisResource::item)
                .collect(Collectors.joining());
        return keepable(html.replace(LOCAL, local), "text/html;charset=UTF-8");
    }

    private static String place(String postalCode) {
        String code = postalCode == null ? "" : postalCode.strip().toUpperCase(Locale.ROOT);
        return code.matches("[A-Z0-9][A-Z0-9 -]{1,11}") ? code : null;
    }

    private static String item(CrisisLine line) {
        String ways = Stream.of(
                        line.call() == null ? null : link("tel:", line.call(), "call " + line.call()),
                        line.text() == null ? null : link("sms:", line.text(), "text " + line.text()),
                        line.chat() == null ? null : link("", line.chat(), "chat"))
                .filter(way -> way != null)
                .collect(Collectors.joining(", "));
        return "<li>" + escaped(line.name()) + ": " + ways + "</li>\n";
    }

    private static String link(String scheme, String target, String words) {
        return "<a href=\"" + scheme + escaped(target) + "\">" + escaped(words) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Response keepable(String body, String type) {
        return Response.ok(body, type)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    private static String bundled(String name) {
        try (InputStream file = CrisisResource.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
