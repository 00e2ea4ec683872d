/** What we keep of the directory: which service belongs to which organization, and whether it has room. */
package org.footbridge.referral.directory;
