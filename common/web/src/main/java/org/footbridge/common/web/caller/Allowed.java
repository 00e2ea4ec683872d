package org.footbridge.common.web.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an operation: a token whose client has the scope and whose roles hold one of these (decision 12). An
 * operation with neither this nor {@link Open} answers 403 to everybody, and the build fails.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    /** The OAuth scope, for example {@code referral:write}. */
    String scope();

    /** At least one of {@link Roles}. */
    String[] roles();
}
