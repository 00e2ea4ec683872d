/** From an event on the bus to a signed, recorded and retried call of each endpoint that wants it. */
package org.footbridge.notification.webhook;
