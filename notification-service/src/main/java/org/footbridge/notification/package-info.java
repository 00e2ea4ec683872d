/** Tells people and systems what happened: signed webhooks to agencies, neutral e-mail to guardians. */
package org.footbridge.notification;
