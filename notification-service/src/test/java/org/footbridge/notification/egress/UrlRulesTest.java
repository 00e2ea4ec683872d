package org.footbridge.notification.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {
    private final UrlRules strict = rules(TestEgress.closed());
    private final UrlRules local = rules(TestEgress.openTo("127.0.0.0/8"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.harborlight.example/hook",
                "https://EHR.harborlight.example:8443/a/b?c=d",
                "https://1.1.1.1/hook",
                "https://[2606:4700::1111]/hook",
                "https://xn--bcher-kva.example/"
            })
    void shouldAcceptAPublicUrl(String url) {
        assertThatCode(() -> strict.require(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "http://ehr.harborlight.example/, scheme",
        "//ehr.harborlight.example/, scheme",
        "https://me@ehr.harborlight.example/, user-info",
        "https://@ehr.harborlight.example/, user-info",
        "https://ehr.harborlight.example/#top, fragment",
        "https://ehr.harborlight.example./, host",
        "https://exa_mple.com/, host",
        "https://intranet/, host",
        "https://127.1/, host",
        "https://2130706433/, host",
        "https://0x7f000001/, host",
        "https://0177.0.0.1/, host",
        "https://1.2.3.999/, host",
        "https://[::1%lo]/, host",
        "https://localhost/, private-address",
        "https://foo.localhost/, private-name",
        "https://printer.local/, private-name",
        "https://metadata.google.internal/, private-name",
        "https://[::ffff:7f00:1]/, private-address",
        "https://192.168.1.1/, private-address",
        "https://ehr.harborlight.example:22/, port",
        "https://ehr.harborlight.example:99999/, port"
    })
    void shouldRefuseAUrl(String url, String code) {
        assertThat(refusal(strict, url)).isEqualTo(code);
    }

    @Test
    void shouldAcceptPlainHttpOnlyWhereTheOperatorOpenedTheAddress() {
        assertThat(refusal(local, "http://127.0.0.1:9999/hook")).isNull();
        assertThat(refusal(local, "http://localhost:9999/hook")).isNull();
        assertThat(refusal(local, "http://1.1.1.1/hook")).isEqualTo("scheme");
        assertThat(refusal(local, "http://ehr.harborlight.example/hook")).isEqualTo("scheme");
        assertThat(refusal(local, "http://10.0.0.1/hook")).isEqualTo("private-address");
    }

    @Test
    void shouldRefuseEveryUrlOfTheSharedTable() throws Exception {
        // Given
        JsonNode urls = AddressGuardTest.sharedCases().get("urls").get("reject");

        // When
        List<String> accepted = new ArrayList<>();
        for (JsonNode url : urls) {
            if (refusal(strict, url.asText()) == null) {
                accepted.add(url.asText());
            }
        }

        // Then
        assertThat(accepted).isEmpty();
    }

    private static UrlRules rules(EgressConfig config) {
        return new UrlRules(new AddressGuard(config));
    }

    private static String refusal(UrlRules rules, String url) {
        try {
            rules.require(url);
            return null;
        } catch (TargetUrl.Refused e) {
            return e.code();
        }
    }
}
