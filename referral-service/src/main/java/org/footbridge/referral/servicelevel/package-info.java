/** How soon each step must be taken, and how each referral's clocks stand (domain 5.2, decision 17). */
package org.footbridge.referral.servicelevel;
