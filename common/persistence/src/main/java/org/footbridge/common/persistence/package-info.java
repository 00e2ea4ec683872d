/** PostgreSQL as the suite uses it: a pool that carries the caller for row-level security, and idempotency keys. */
package org.footbridge.common.persistence;
