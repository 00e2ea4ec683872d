/** Webhook endpoints of agencies: where, what and with which secret. */
package org.footbridge.notification.endpoint;
