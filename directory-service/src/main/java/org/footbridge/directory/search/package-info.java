/** Finds services that fit a young person's needs. Terms are never logged: they describe a student. */
package org.footbridge.directory.search;
