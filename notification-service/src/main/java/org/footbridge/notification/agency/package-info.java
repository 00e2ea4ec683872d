/** Mails to agencies about what waits for them in the directory, for those that have no endpoint. */
package org.footbridge.notification.agency;
