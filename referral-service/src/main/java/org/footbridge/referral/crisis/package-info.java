/** The crisis path: whom a school calls, in which order, and a crisis that waits until somebody has it in hand (domain 5.2). */
package org.footbridge.referral.crisis;
