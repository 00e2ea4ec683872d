/** What the API document says of all operations alike. */
package org.footbridge.directory.api;
