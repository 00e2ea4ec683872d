/** Where the stack's e-mail ends: kept to be looked at, sent to nobody. */
package org.footbridge.local.mail;
