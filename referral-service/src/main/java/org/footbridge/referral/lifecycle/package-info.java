/** State machines as data, and what every step of one leaves behind. Plain Java: the rules are tested without a database. */
package org.footbridge.referral.lifecycle;
