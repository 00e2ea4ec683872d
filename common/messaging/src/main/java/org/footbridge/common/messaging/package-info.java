/** Events leave through the outbox and arrive through the inbox: at least once on the wire, exactly once in effect. */
package org.footbridge.common.messaging;
