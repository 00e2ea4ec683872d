/** Journeys through the gateway against the real stack: PostgreSQL, Kafka, Keycloak, SMTP and the five services as processes. */
package org.footbridge.e2e;
