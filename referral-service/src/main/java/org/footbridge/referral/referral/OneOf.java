package org.footbridge.referral.referral;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A code of a closed list. Bound as text so that an unknown code is one fault among the others, not an unreadable body. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Constraint(validatedBy = OneOf.Validator.class)
public @interface OneOf {
    Class<? extends Enum<?>> value();

    String message() default "must be one of the documented codes";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts {@code null}: whether a code is needed is another constraint's business. */
    class Validator implements ConstraintValidator<OneOf, String> {
        private Set<String> codes;

        @Override
        public void initialize(OneOf list) {
            codes = Arrays.stream(list.value().getEnumConstants())
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || codes.contains(value);
        }
    }
}
