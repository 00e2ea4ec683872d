/** E-mail to people: neutral words, addresses asked for just before sending, exactly one mail per event and person. */
package org.footbridge.notification.mail;
