/** What feedback keeps of the roster: the district's settings, its schools, and who may see whose figures. */
package org.footbridge.feedback.roster;
