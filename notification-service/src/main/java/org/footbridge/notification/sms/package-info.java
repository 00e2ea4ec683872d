/** Text messages: a provider's HTTP API behind an interface, and what is a number. */
package org.footbridge.notification.sms;
