/** The lists that people work from: whose move it is, what nobody owns, what waits (keyset-paged, never counted in full). */
package org.footbridge.referral.desk;
