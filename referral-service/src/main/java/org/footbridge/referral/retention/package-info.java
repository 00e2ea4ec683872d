/** How long a district keeps what a referral says, what holds it back, and how it is destroyed (decision 22). */
package org.footbridge.referral.retention;
