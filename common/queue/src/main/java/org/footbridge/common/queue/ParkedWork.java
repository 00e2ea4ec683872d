package org.footbridge.common.queue;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Shows an operator at {@code /q/health/well} how much work is parked, by kind. DOWN means that somebody must look, not that the
 * service cannot serve: it is no part of liveness or readiness.
 */
@Wellness
@ApplicationScoped
class ParkedWork implements AsyncHealthCheck {
    private final WorkQueueService queue;

    ParkedWork(WorkQueueService queue) {
        this.queue = queue;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return queue.parked().map(ParkedWork::response);
    }

    private static HealthCheckResponse response(Map<String, Long> parked) {
        var response = HealthCheckResponse.named("parked-work").status(parked.isEmpty());
        parked.forEach(response::withData);
        return response.build();
    }
}
