/** Who stands in for a coordinator who is away, from one day to another (decision 11). */
package org.footbridge.referral.delegation;
