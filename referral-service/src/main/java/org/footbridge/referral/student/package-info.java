/** Students as their schools' staff find them; whether a student has a referral is never told here. */
package org.footbridge.referral.student;
