/** What is printed: signed consents and disclosed records, in every script that families write their names in. */
package org.footbridge.referral.paper;
