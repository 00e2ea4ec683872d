/**
 * Consent that is asked for by mail and signed on a page of ours: who is asked, by which link, and what he or she answers
 * (ADR 017).
 */
package org.footbridge.referral.consent.electronic;
