package org.footbridge.referral.recipients;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.rights.RightsNewsService;

/** A family asks to see a record or to have it set right: that it asks, and neither whose record nor for what. */
@ApplicationScoped
class RecordRequestAnswers implements SchoolNewsSource {
    private final RightsNewsService requests;

    RecordRequestAnswers(RightsNewsService requests) {
        this.requests = requests;
    }

    @Override
    public EventType tellsOf() {
        return EventType.RECORDS_REQUESTED;
    }

    @Override
    public Uni<News> news(UUID subject) {
        return requests.of(subject)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such request."))
                .map(found -> new News(found.tenantId(), found.schoolIds(), found.open() ? null : "decided"));
    }
}
