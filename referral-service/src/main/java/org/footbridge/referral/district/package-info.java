/** Districts, which are the tenants: their settings and school calendar, published as roster.district_changed. */
package org.footbridge.referral.district;
