package org.footbridge.referral.referral;

/** How it was noticed that the student needs help. */
public enum Identified {
    OBSERVATION,
    SELF,
    PEER,
    SCREEN,
    INCIDENT,
    FAMILY
}
