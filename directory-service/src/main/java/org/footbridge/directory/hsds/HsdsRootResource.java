package org.footbridge.directory.hsds;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.directory.DirectoryConfig;
import org.jboss.resteasy.reactive.RestPath;

@Path("/hsds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "HSDS")
class HsdsRootResource {
    private static final String VERSION = "3.2";
    private static final String OPEN = "HSDS data is public by nature";

    private static final List<String> PATCHES =
            List.of("location.json", "organization.json", "service.json", "service_capacity.json");
    private static final Map<String, String> LINK_TYPES = Map.ofEntries(
            Map.entry("insurance", "On a service: medicaid, chip, private, sliding or none."),
            Map.entry("service_setting", "On a service: where and how it is given, such as outpatient or telehealth."),
            Map.entry("type_of_care", "On a service: what kind of help it is, such as group."),
            Map.entry("focus", "On a service: what it is especially good at, such as grief."),
            Map.entry("cost", "On a service: free, sliding or fee, where cost_options do not say it."),
            Map.entry("clinician_gender", "On a service: female, male, nonbinary; whom one can ask for."),
            Map.entry("serves_school", "On a service: the id of a school that it serves."),
            Map.entry("confidential", "On a location: true where its address is shown to nobody who is not entitled."),
            Map.entry("organization_kind", "On an organization: agency or school."),
            Map.entry("participation", "On an organization: participating, when it answers referrals here."),
            Map.entry(
                    "capacity_status",
                    "On a service_capacity: HAS_CAPACITY, NO_CAPACITY, WAITLIST, ASSESSMENT_REQUIRED."),
            Map.entry("wait_days", "On a service_capacity: expected wait in whole days."));

    private final DirectoryConfig config;

    HsdsRootResource(DirectoryConfig config) {
        this.config = config;
    }

    @GET
    @Open(because = OPEN)
    @Operation(operationId = "getHsdsApi", summary = "HSDS: what this API is", description = "Open to everybody.")
    @APIResponse(
            responseCode = "200",
            description = "Version, profile and publisher.",
            content = @Content(schema = @Schema(implementation = HsdsRoot.class)))
    public HsdsRoot root() {
        DirectoryConfig.Publisher publisher = config.publisher();
        return new HsdsRoot(
                VERSION,
                config.publicUrl() + "/hsds/profile",
                config.publicUrl() + "/openapi.json",
                "Mental-health and family services around schools, with capacity. Writes and matching: /api/v1/directory.",
                new HsdsRoot.Publisher(publisher.name(), publisher.email(), publisher.website(), List.of()));
    }

    @GET
    @Path("profile")
    @Open(because = OPEN)
    @Operation(
            operationId = "getHsdsProfile",
            summary = "HSDS: the profile that this API follows",
            description =
                    "The attribute groups (`link_type`) that carry what HSDS has no field for. Open to everybody.")
    @APIResponse(
            responseCode = "200",
            description = "Groups and their meaning.",
            content = @Content(schema = @Schema(implementation = HsdsProfile.class)))
    public HsdsProfile profile() {
        return new HsdsProfile(
                "Footbridge HSDS profile",
                VERSION,
                LINK_TYPES,
                PATCHES.stream()
                        .map(name -> config.publicUrl() + "/hsds/profile/" + name)
                        .toList());
    }

    @GET
    @Path("profile/{name}")
    @Open(because = OPEN)
    @Operation(
            operationId = "getHsdsProfilePatch",
            summary = "HSDS: what the profile adds to a schema",
            description = "A JSON Merge Patch (RFC 7386) onto the HSDS schema of that name. Open to everybody.")
    @APIResponse(
            responseCode = "200",
            description = "The patch, itself a JSON Schema.",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "404", description = "The profile does not change that schema.")
    public String patch(@RestPath @Size(max = 60) String name) {
        if (!PATCHES.contains(name)) {
            throw CommonProblem.NOT_FOUND.because("The profile does not change that schema.");
        }
        try (InputStream file = HsdsRootResource.class.getResourceAsStream("/hsds/profile/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
