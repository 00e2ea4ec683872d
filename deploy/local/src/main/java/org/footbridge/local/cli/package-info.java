/** The commands deploy/up, deploy/down and deploy/restart, and the supervisor that they talk to. */
package org.footbridge.local.cli;
