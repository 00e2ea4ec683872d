/** Whom somebody may call who has a student in danger before him or her, and nothing more (ADR 031). */
package org.footbridge.referral.emergency;
