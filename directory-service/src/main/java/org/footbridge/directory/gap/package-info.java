/** What districts look for and no service offers, for whoever plans services. */
package org.footbridge.directory.gap;
