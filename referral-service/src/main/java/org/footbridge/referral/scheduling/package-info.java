/** When both sides of a placement have time, and how they agree on one of those times. */
package org.footbridge.referral.scheduling;
