/** A student's need, from the educator's form to its outcome: the referral and what the school's side may do with it. */
package org.footbridge.referral.referral;
