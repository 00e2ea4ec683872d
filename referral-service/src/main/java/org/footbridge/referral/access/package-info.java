/** Who read what of whom: written in the read's own transaction, so that nothing is read without a trace (decision 5). */
package org.footbridge.referral.access;
