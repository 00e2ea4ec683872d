/** The figures themselves, with small groups hidden. */
package org.footbridge.feedback.kpi;
