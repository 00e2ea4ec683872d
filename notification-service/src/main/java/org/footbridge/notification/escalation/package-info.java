/** The log of a crisis: whose turn it was, who was told how and when, and that somebody has it in hand. */
package org.footbridge.notification.escalation;
