package org.footbridge.common.persistence.probe;

import jakarta.inject.Singleton;
import org.footbridge.common.testsupport.MovableClock;

/** A clock that a test can put forward. */
@Singleton
public class TestClock extends MovableClock {}
