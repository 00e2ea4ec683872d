/** The one public door: it checks the token, finds the service behind a path, and passes the request on. */
package org.footbridge.gateway;
