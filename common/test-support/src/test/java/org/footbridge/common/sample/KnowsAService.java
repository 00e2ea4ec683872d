package org.footbridge.common.sample;

import org.footbridge.referral.OfAService;

/** A shared class that knows a service. */
public class KnowsAService {
    OfAService service;
}
