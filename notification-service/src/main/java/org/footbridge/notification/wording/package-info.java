/** The words of notices in each language, from templates that name no student, no concern and no provider. */
package org.footbridge.notification.wording;
