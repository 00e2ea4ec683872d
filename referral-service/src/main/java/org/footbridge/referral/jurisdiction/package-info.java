/** What the law of a state says about who may consent: data with dates and sources, never code (domain.md 3.6). */
package org.footbridge.referral.jurisdiction;
