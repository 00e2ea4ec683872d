/** Holidays as calendars write them down (RFC 5545), read into the days of a span. */
package org.footbridge.referral.holiday;
