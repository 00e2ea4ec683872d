package org.footbridge.notification.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads numbers as schools write them. */
@ApplicationScoped
public class PhoneNumbers {
    /** In North America a number does not tell whether it is a mobile one. */
    private static final Set<PhoneNumberType> TAKE_TEXTS =
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.PERSONAL_NUMBER);

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final SmsConfig config;

    public PhoneNumbers(SmsConfig config) {
        this.config = config;
    }

    /** The number in the form of E.164; empty for what is no number, or one that takes no text messages. */
    public Optional<String> forTexts(String written) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = numbers.parse(written, config.region());
            return numbers.isValidNumber(number) && TAKE_TEXTS.contains(numbers.getNumberType(number))
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty(); // whatever is written there, nobody can be reached by it
        }
    }
}
