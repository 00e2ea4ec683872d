/** What feedback keeps of a referral: codes and times, never who it is about. */
package org.footbridge.feedback.referral;
