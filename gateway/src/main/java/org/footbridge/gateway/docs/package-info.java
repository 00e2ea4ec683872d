/** The door's catalogue: the API of all services in one document, and every problem that they may answer with. */
package org.footbridge.gateway.docs;
