/** What this service hears from the bus. */
package org.footbridge.notification.intake;
