package org.footbridge.common.queue.sample;

import jakarta.inject.Singleton;
import org.footbridge.common.testsupport.MovableClock;

/** The clock of the sample. */
@Singleton
public class SampleClock extends MovableClock {}
