/** Work that is due at a time: a durable queue, claimed in batches with a lease, safe for several copies at once. */
package org.footbridge.common.queue;
