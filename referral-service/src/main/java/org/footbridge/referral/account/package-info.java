/** Which person of the roster an account of the identity provider belongs to (decision 10). */
package org.footbridge.referral.account;
