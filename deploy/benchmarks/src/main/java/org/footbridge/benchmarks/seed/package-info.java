/** Fills the databases of all services with the same invented past: what a seed tells is the same in each of them, every time. */
package org.footbridge.benchmarks.seed;
