/** A copy of whom each school calls in a crisis, so that a crisis is told while referral-service cannot be asked (decision 25). */
package org.footbridge.notification.oncall;
