package org.footbridge.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footbridge.directory.search.NeedText.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedTextTest {
    private static final Knowledge KNOWN = new Knowledge(false, true, List.of());

    @Test
    void shouldWantEveryWord() {
        assertThat(every("Grief group")).isEqualTo("((grief)) & ((group))");
    }

    @Test
    void shouldLetOrBindCloserThanAnd() {
        assertThat(every("play or art therapy")).isEqualTo("((play) | (art)) & ((therapy))");
    }

    @Test
    void shouldLookForWithoutAWord() {
        assertThat(every("group -adults")).isEqualTo("((group)) & (!(adults))");
    }

    @Test
    void shouldFoldAccentsAndApostrophes() {
        assertThat(NeedText.of("Niño won't").words()).containsExactly("nino", "wont");
    }

    @Test
    void shouldKnowWhatEverydayWordsMean() {
        assertThat(every("worried")).isEqualTo("((worried | anxiety))");
    }

    @Test
    void shouldLookForWhatAMistypedWordLooksLike() {
        NeedText need = NeedText.of("counsling");
        Map<String, Knowledge> knowledge =
                Map.of("counsling", new Knowledge(false, false, List.of("counseling", "counselling")));
        assertThat(need.every(knowledge)).isEqualTo("((counsling | counseling | counselling))");
        assertThat(need.corrections(knowledge)).containsEntry("counsling", List.of("counseling", "counselling"));
    }

    @Test
    void shouldBeNothingWhereNoWordCarriesAMeaning() {
        Map<String, Knowledge> knowledge = Map.of("the", new Knowledge(true, true, List.of()));
        assertThat(NeedText.of("the").every(knowledge)).isEmpty();
        assertThat(NeedText.of(" &|!() ").words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "she says she wants to die",
                "suicidal thoughts",
                "my son doesn't want to live",
                "SELF-HARM",
                "he brought a gun to school",
                "mi hija quiere morir",
                "overdosed last night"
            })
    void shouldHearDanger(String text) {
        assertThat(NeedWords.nameDanger(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grief group", "army family", "begun treatment", "the dying art of lines", "armadillo"})
    void shouldNotHearDangerWhereThereIsNone(String text) {
        assertThat(NeedWords.nameDanger(text)).isFalse();
    }

    private static String every(String text) {
        NeedText need = NeedText.of(text);
        Map<String, Knowledge> knowledge = new HashMap<>();
        need.words().forEach(word -> knowledge.put(word, KNOWN));
        return need.every(knowledge);
    }
}
