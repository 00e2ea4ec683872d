/** Keeps entries true: verified, corrected by whoever knows better, and each there once. */
package org.footbridge.directory.truth;
