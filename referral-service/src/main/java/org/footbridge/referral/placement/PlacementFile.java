package org.footbridge.referral.placement;

import java.util.List;

/** What belongs to a placement, each in its order. */
record PlacementFile(List<Appointment> visits, List<PlacementInquiry> inquiries, List<ContactAttempt> attempts) {}
