/** What every HTTP door of the suite shares, gateway included. Nothing here knows a database or a business rule. */
package org.footbridge.common.web;
