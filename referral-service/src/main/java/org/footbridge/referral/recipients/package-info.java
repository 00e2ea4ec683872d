/** Tells notification-service just before each attempt whom it may tell of an event (decision 25). */
package org.footbridge.referral.recipients;
