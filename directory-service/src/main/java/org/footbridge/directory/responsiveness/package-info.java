/** What really happened to the placements of a service: how soon it answers and sees somebody, and how often it accepts. */
package org.footbridge.directory.responsiveness;
