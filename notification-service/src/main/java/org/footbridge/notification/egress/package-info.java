/** The way out to addresses that somebody else chose: which may be dialled, and how the checked one is dialled. */
package org.footbridge.notification.egress;
