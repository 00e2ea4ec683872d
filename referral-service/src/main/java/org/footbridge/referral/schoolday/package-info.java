/** Where a school's calendar differs from its district's, and which days are school days for it. */
package org.footbridge.referral.schoolday;
