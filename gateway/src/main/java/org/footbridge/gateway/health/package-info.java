/** How the whole suite is, in one terse answer that says nothing of its insides. */
package org.footbridge.gateway.health;
