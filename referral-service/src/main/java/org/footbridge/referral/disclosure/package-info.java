/** What left the district: the frozen record that an agency may read, and the ledger of every release and read. */
package org.footbridge.referral.disclosure;
