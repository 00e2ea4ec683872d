/** What the two sides of a placement write to each other: append-only, read by both, told to nobody else. */
package org.footbridge.referral.message;
