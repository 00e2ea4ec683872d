/** Whom to call now: answered from memory, whatever else is down. */
package org.footbridge.gateway.crisis;
