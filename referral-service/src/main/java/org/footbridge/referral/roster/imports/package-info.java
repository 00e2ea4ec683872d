/** Roster imports: a package is checked as a whole, then applied as a whole or not at all. */
package org.footbridge.referral.roster.imports;
