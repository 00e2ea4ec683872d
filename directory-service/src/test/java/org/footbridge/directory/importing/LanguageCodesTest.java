package org.footbridge.directory.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.footbridge.directory.DemoDirectory;
import org.junit.jupiter.api.Test;

class LanguageCodesTest {

    @Test
    void shouldReadTagsThreeLettersAndNames() throws JsonProcessingException {
        JsonNode languages = DemoDirectory.JSON.readTree("""
                [{"code": "es-MX"}, {"code": "ENG"}, {"name": "Vietnamese"}, {"code": "hmn"}, {"name": "Klingon"}, {}]
                """);
        assertThat(LanguageCodes.of(languages)).containsExactly("en", "es", "hmn", "vi");
    }
}
