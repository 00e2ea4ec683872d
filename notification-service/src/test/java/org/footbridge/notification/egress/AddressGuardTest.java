package org.footbridge.notification.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(TestEgress.closed());

    /** The project's own table: both ends of every block of the registries, and their neighbours outside. */
    @ParameterizedTest
    @CsvFileSource(resources = "/webhooks/addresses.csv", numLinesToSkip = 1)
    void shouldJudgeAnAddress(String address, boolean mayDial) throws Exception {
        assertThat(guard.mayDial(InetAddress.getByName(address))).isEqualTo(mayDial);
    }

    @Test
    void shouldJudgeTheSharedTableToo() throws Exception {
        // Given
        JsonNode cases = sharedCases();

        // When
        List<String> wrong = new ArrayList<>();
        for (String list : List.of("svix_deny", "derived_deny", "svix_allow")) {
            for (JsonNode address : cases.get(list)) {
                boolean expected = list.equals("svix_allow");
                if (guard.mayDial(InetAddress.getByName(address.asText())) != expected) {
                    wrong.add(address.asText());
                }
            }
        }

        // Then
        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldOpenWhatTheOperatorOpens() throws Exception {
        AddressGuard opened = new AddressGuard(TestEgress.openTo("127.0.0.0/8", "fd00::/8"));
        assertThat(opened.mayDial(InetAddress.getByName("127.9.9.9"))).isTrue();
        assertThat(opened.mayDial(InetAddress.getByName("fd12::1"))).isTrue();
        assertThat(opened.mayDial(InetAddress.getByName("10.0.0.1"))).isFalse();
        assertThat(opened.mayDial(InetAddress.getByName("::1"))).isFalse();
    }

    @Test
    void shouldRefuseABlockThatIsNone() {
        for (String block : List.of("127.0.0.0", "127.0.0.0/33", "example.com/8", "127.0.0.0/x", "::1/129")) {
            assertThatThrownBy(() -> AddressBlock.of(block)).as(block).isInstanceOf(IllegalArgumentException.class);
        }
    }

    static JsonNode sharedCases() throws IOException {
        Path file = Path.of(System.getProperty("footbridge.root", ".."), "../shared/data/webhooks/ssrf-cases.json");
        assumeTrue(Files.exists(file), "the shared table is not on this machine");
        return new ObjectMapper().readTree(file.toFile());
    }
}
