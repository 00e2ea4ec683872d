/** What somebody finds after signing in: the same neutral words, in order, unread until said otherwise. */
package org.footbridge.notification.inbox;
