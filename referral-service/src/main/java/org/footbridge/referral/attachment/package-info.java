/** Files of a referral: kept outside of the database, checked before they are kept, and authorised anew at each download. */
package org.footbridge.referral.attachment;
