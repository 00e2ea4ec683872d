package org.footbridge.referral;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import org.footbridge.common.testsupport.MovableClock;

/** The clock of the service under test. */
@Mock
@Singleton
public class TestClock extends MovableClock {}
