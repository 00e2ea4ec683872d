/** Booked visits as calendars subscribe to them: behind a random address, without a word about whom or why. */
package org.footbridge.referral.calendar;
