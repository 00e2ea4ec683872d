package org.footbridge.directory.hsds;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;
import org.footbridge.directory.DirectoryConfig;

@Path("/hsds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "HSDS")
class HsdsRootResource {
    private static final String VERSION = "3.2";
    private static final String OPEN = "HSDS data is public by nature";

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
                Map.of(
                        "insurance", "On a service: medicaid, chip, private, sliding or none.",
                        "organization_kind", "On an organization: agency or school.",
                        "participation", "On an organization: participating, when it answers referrals here.",
                        "capacity_status",
                                "On a service_capacity: HAS_CAPACITY, NO_CAPACITY, WAITLIST, ASSESSMENT_REQUIRED.",
                        "wait_days", "On a service_capacity: expected wait in whole days."));
    }
}
