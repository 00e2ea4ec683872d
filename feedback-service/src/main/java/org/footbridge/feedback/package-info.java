/** Continuous evaluation: the facts that events bring, and the figures that are made of them. */
package org.footbridge.feedback;
