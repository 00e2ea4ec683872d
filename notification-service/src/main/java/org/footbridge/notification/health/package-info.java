/** How endpoints are doing: when to leave one alone, when to warn its owner, when to stop. */
package org.footbridge.notification.health;
