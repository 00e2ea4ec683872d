/** The whole suite on one machine with real PostgreSQL, Kafka and Keycloak: for developers, system tests and benches. */
package org.footbridge.local;
