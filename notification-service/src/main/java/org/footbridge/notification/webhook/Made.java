package org.footbridge.notification.webhook;

import org.footbridge.common.queue.WorkItem;
import org.footbridge.notification.egress.Reply;
import org.footbridge.notification.webhook.DeliveryBatchRepository.Taken;

/** A call that was made for a work, and what came of it. */
record Made(WorkItem work, Call call, Reply reply) {

    Taken taken() {
        return new Taken(
                work.id(),
                work.lease(),
                call.started().toString(),
                (int) reply.took().toMillis(),
                reply.status(),
                reply.body());
    }
}
