/** Which person of the roster an account is (decision 10). */
package org.footbridge.notification.person;
