/** Load, scale and comparisons, each as a ratio to a rival in the same run, because machines are noisy. */
package org.footbridge.benchmarks;
