/** What may be subscribed to: every event type with its schemas and examples. */
package org.footbridge.notification.catalogue;
