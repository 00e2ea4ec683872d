package org.footbridge.directory.hsds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The attribute groups that this directory adds to HSDS. */
@Schema(name = "HsdsProfile", description = "The attribute groups that this directory adds to HSDS.")
record HsdsProfile(
        @Schema(required = true, maxLength = 100) String name,

        @JsonProperty("hsds_version") @Schema(required = true, maxLength = 10)
        String hsdsVersion,

        @JsonProperty("link_types") @Schema(required = true, description = "Group and meaning.")
        Map<String, String> linkTypes,

        @Schema(
                required = true,
                maxItems = 50,
                description = "JSON Merge Patches (RFC 7386) onto the HSDS schemas of the same names, by address.")
        List<String> patches) {}
