/** Reads OneRoster 1.2 CSV packages: every fault with its place, and never a cell's value, because it may be personal. */
package org.footbridge.referral.roster.oneroster;
