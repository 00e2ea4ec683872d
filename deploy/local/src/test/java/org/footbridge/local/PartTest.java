package org.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {

    @Test
    void shouldBeFoundWithAndWithoutTheWordService() {
        assertThat(Part.named("referral")).hasValue(Part.REFERRAL);
        assertThat(Part.named("referral-service")).hasValue(Part.REFERRAL);
        assertThat(Part.named("gateway")).hasValue(Part.GATEWAY);
        assertThat(Part.named("kafka-service")).isEmpty();
        assertThat(Part.named("")).isEmpty();
    }

    @Test
    void shouldShareNoPortWithAnotherPart() {
        // When
        List<Port> used = Arrays.stream(Part.values())
                .flatMap(part -> part.ports().stream())
                .toList();

        // Then
        assertThat(used).containsExactlyInAnyOrder(Port.values());
        assertThat(used.stream().map(Port::standard)).doesNotHaveDuplicates();
    }

    @Test
    void shouldNameDatabasesAfterTheServicesThatHaveOne() {
        assertThat(Arrays.stream(Part.values()).filter(Part::hasDatabase).map(Part::shortName))
                .containsExactlyInAnyOrder("directory", "referral", "notification", "feedback");
    }
}
