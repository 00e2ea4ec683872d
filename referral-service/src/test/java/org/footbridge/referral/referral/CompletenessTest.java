package org.footbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.footbridge.referral.referral.Completeness.DueTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletenessTest {
    private static final Need.Texts NO_WORDS = new Need.Texts(null, null, null, null, null);
    private static final Access NOTHING_KNOWN = new Access(null, false, Insurance.UNKNOWN, null, null);

    @ParameterizedTest
    @EnumSource(
            value = Urgency.class,
            names = {"CRISIS"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldGiveNothingForAnEmptyFormAndNameTheNeededPlacesFirst(Urgency urgency) {
        // When
        Completeness found = Completeness.of(urgency, new Need(List.of(), NO_WORDS, null), NOTHING_KNOWN);

        // Then
        assertThat(found.score()).isZero();
        assertThat(found.missing())
                .startsWith("/concerns", "/description", "/actionsTried")
                .contains("/insurance", "/iep", "/section504")
                .doesNotContain("/location");
        assertThat(found.due()).isEmpty();
    }

    @Test
    void shouldGiveAHundredForAFullForm() {
        // Given
        Need need = new Need(
                List.of(Concern.ANXIETY), new Need.Texts("what", null, "tried", "strong", "better"), Identified.SELF);
        Access access = new Access("es", false, Insurance.CHIP, false, true);

        // When
        Completeness found = Completeness.of(Urgency.ROUTINE, need, access);

        // Then
        assertThat(found).isEqualTo(new Completeness(100, List.of(), List.of()));
    }

    @Test
    void shouldWeighWhatWasTriedMoreThanWhatIsMerelyUseful() {
        // When
        int tried = score(new Need.Texts(null, null, "tried", null, null));
        int strengths = score(new Need.Texts(null, null, null, "strong", null));

        // Then
        assertThat(tried).isEqualTo(15);
        assertThat(strengths).isEqualTo(5);
    }

    @Test
    void shouldNeedOnlyWhoWhereAndWhatOfACrisis() {
        // When
        Completeness bare = crisis(NO_WORDS);
        Completeness full = crisis(new Need.Texts("what", "where", null, null, null));

        // Then
        assertThat(bare.score()).isEqualTo(33);
        assertThat(bare.missing()).containsExactly("/location", "/description");
        assertThat(bare.due()).extracting(DueTask::pointer).containsExactly("/location", "/description");
        assertThat(full).isEqualTo(new Completeness(100, List.of(), List.of()));
    }

    @Test
    void shouldTakeBlanksForNothing() {
        assertThat(crisis(new Need.Texts(" ", "\t", null, null, null)).score()).isEqualTo(33);
    }

    private static int score(Need.Texts texts) {
        return Completeness.of(Urgency.URGENT, new Need(List.of(), texts, null), NOTHING_KNOWN)
                .score();
    }

    private static Completeness crisis(Need.Texts texts) {
        return Completeness.of(Urgency.CRISIS, new Need(List.of(), texts, null), NOTHING_KNOWN);
    }
}
