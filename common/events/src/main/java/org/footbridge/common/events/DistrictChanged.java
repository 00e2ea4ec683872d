package org.footbridge.common.events;

import java.util.List;
import java.util.UUID;

/** A district was set up or its settings changed. {@code zone} is an IANA zone, {@code languages} are BCP 47 tags. */
public record DistrictChanged(UUID districtId, String name, String zone, int minimumCell, List<String> languages)
        implements EventPayload {}
