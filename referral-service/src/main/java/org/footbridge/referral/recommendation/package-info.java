/** What an agency recommends to the school, as far as the family's consent lets it tell the school anything. */
package org.footbridge.referral.recommendation;
