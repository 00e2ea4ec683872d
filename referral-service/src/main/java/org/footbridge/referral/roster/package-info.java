/** Schools, people and who may do what where: imported from the school system, never typed in. */
package org.footbridge.referral.roster;
