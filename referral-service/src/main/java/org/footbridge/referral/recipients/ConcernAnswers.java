package org.footbridge.referral.recipients;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.concern.ConcernNewsService;

/** Somebody has left a concern at a school: that it is there, and nothing of it. */
@ApplicationScoped
class ConcernAnswers implements SchoolNewsSource {
    private final ConcernNewsService concerns;

    ConcernAnswers(ConcernNewsService concerns) {
        this.concerns = concerns;
    }

    @Override
    public EventType tellsOf() {
        return EventType.CONCERN_LEFT;
    }

    @Override
    public Uni<News> news(UUID subject) {
        return concerns.of(subject)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such concern."))
                .map(found -> new News(found.tenantId(), List.of(found.schoolId()), found.silence()));
    }
}
