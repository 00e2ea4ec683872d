/** The durable queue behind deliveries and mails: claimed in batches with a lease, safe for several copies at once. */
package org.footbridge.notification.queue;
