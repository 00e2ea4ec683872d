/** The directory as Open Referral HSDS 3.2, read-only and open to everybody. */
package org.footbridge.directory.hsds;
