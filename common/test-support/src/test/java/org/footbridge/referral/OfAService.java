package org.footbridge.referral;

/** Stands for a class of a service. */
public class OfAService {}
