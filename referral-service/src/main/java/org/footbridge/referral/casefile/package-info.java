/**
 * A referral together with its placements: the aggregate that the bus knows, and the rules that reach over both machines.
 */
package org.footbridge.referral.casefile;
