/** Who was to be told of an alarm when it fired, kept until everybody who asks for it has been told. */
package org.footbridge.referral.alarm;
