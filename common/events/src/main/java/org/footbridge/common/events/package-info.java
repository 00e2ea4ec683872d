/** What crosses the bus: topics, event types and payload records. Owned by the producers, read by every consumer's tests. */
package org.footbridge.common.events;
