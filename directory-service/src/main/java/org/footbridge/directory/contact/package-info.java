/** A family asks a service for contact without a school; the agency reads what the family chose to tell, and nobody else does. */
package org.footbridge.directory.contact;
