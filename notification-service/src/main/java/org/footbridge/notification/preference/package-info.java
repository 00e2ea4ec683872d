/** How somebody wants to be told: channels by topic, language, quiet hours, a summary, and how to be left alone. */
package org.footbridge.notification.preference;
