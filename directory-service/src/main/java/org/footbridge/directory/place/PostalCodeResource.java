package org.footbridge.directory.place;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory/postal-codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class PostalCodeResource {
    static final String CSV = "text/csv";
    static final String TABS = "text/tab-separated-values";

    private final PostalCodeService codes;

    PostalCodeResource(PostalCodeService codes) {
        this.codes = codes;
    }

    @POST
    @Consumes(CSV)
    @Cancellable(false)
    @Allowed(
            scope = "directory:write",
            roles = {Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "importPostalCodes",
            summary = "Load where postal codes are",
            description =
                    "The middle of each, as text/csv with the columns country, postal_code, latitude, longitude and optionally"
                            + " place, or as text/tab-separated-values in the form of GeoNames. All or nothing; codes that are not named"
                            + " stay. The same file again changes nothing. Scope `directory:write`, role platform_admin.")
    @APIResponse(
            responseCode = "200",
            description = "Taken in.",
            content = @Content(schema = @Schema(implementation = PostalCodeReport.class)))
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    @APIResponse(responseCode = "413", description = "More than 12 MB.")
    @APIResponse(responseCode = "415", description = "Neither of the two types.")
    @APIResponse(responseCode = "422", description = "Nothing was taken in; `errors` names each line and column.")
    public Uni<PostalCodeReport> load(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(maxLength = 12_000_000),
                                        examples =
                                                @ExampleObject(
                                                        name = "two codes",
                                                        value = "country,postal_code,latitude,longitude,place\n"
                                                                + "US,00410,39.8270,-98.5810,Prairie View\n"
                                                                + "US,00411,39.8430,-98.5990,Prairie View\n")),
                                @Content(mediaType = TABS, schema = @Schema(maxLength = 12_000_000))
                            })
                    String file) {
        return codes.load(PostalCodeFile.ofCsv(file));
    }

    @POST
    @Consumes(TABS)
    @Cancellable(false)
    @Allowed(
            scope = "directory:write",
            roles = {Roles.PLATFORM_ADMIN})
    @Operation(hidden = true)
    public Uni<PostalCodeReport> loadGeoNames(String file) {
        return codes.load(PostalCodeFile.ofGeoNames(file));
    }
}
