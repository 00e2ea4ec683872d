package org.footbridge.common.messaging.sample;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.footbridge.common.web.caller.Open;

/** A request that causes an event. */
@Path("/districts/{id}/changes")
public class SampleResource {
    private final SampleService service;

    public SampleResource(SampleService service) {
        this.service = service;
    }

    @POST
    @Open(because = "a test application")
    public Uni<Void> change(UUID id) {
        return service.changeDistrict(id);
    }
}
