package org.footbridge.referral.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.footbridge.referral.placement.ContactAttempt;
import org.footbridge.referral.placement.ContactAttempts;
import org.footbridge.referral.placement.ContactChannel;
import org.footbridge.referral.placement.ContactOutcome;
import org.footbridge.referral.placement.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an agency may say that it could not reach the family. */
class ContactAttemptsTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "three days                    | 3 | true  | 2026-11-02T15:00Z PHONE, 2026-11-03T15:00Z PHONE, 2026-11-04T15:00Z PHONE",
                "two days and two channels     | 3 | true  | 2026-11-02T15:00Z PHONE, 2026-11-03T15:00Z PHONE, 2026-11-03T15:01Z EMAIL",
                "all of one day                | 3 | false | 2026-11-02T15:00Z PHONE, 2026-11-02T16:00Z EMAIL, 2026-11-02T17:00Z TEXT",
                "three calls are one, a letter | 2 | false | 2026-11-02T15:00Z PHONE, 2026-11-02T16:00Z PHONE, 2026-11-03T15:00Z LETTER",
                "one evening beyond midnight in UTC only | 3 | false | 2026-11-02T23:00Z PHONE, 2026-11-03T00:30Z EMAIL, 2026-11-03T01:00Z TEXT",
                "two                           | 2 | false | 2026-11-02T15:00Z PHONE, 2026-11-04T15:00Z PHONE"
            })
    void shouldCountTriesOnDifferentDaysOrChannels(String why, int counted, boolean suffice, String tries) {
        ContactAttempts attempts = attempts(ContactOutcome.NO_ANSWER, tries);
        assertThat(attempts.counted()).as(why).isEqualTo(counted);
        assertThat(attempts.suffice()).as(why).isEqualTo(suffice);
    }

    @Test
    void shouldNotCountTheFamilyThatWasReached() {
        ContactAttempts attempts = attempts(
                ContactOutcome.REACHED, "2026-11-02T15:00Z PHONE, 2026-11-03T15:00Z PHONE, 2026-11-04T15:00Z PHONE");
        assertThat(attempts.counted()).isZero();
    }

    private static ContactAttempts attempts(ContactOutcome outcome, String tries) {
        Placement placement = CaseFileMother.placement(CaseFileMother.sent());
        return new ContactAttempts(
                Arrays.stream(tries.split(", "))
                        .map(text -> text.split(" "))
                        .map(parts -> new ContactAttempt.Try(
                                OffsetDateTime.parse(parts[0]).toInstant(), ContactChannel.valueOf(parts[1]), outcome))
                        .map(tried ->
                                ContactAttempt.record(placement, tried, CaseFileMother.CLINIC, CaseFileMother.NOW))
                        .toList(),
                CHICAGO);
    }
}
