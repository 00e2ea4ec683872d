package org.footbridge.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.footbridge.common.testsupport.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailSinkTest {

    private final int smtpPort = FreePorts.next();
    private final int httpPort = FreePorts.next();
    private final MailSink sink = new MailSink(smtpPort, httpPort);

    @BeforeEach
    void start() {
        sink.start();
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void shouldShowAMailToTwoPeopleAsOneWithItsEnvelopeAndDecodedParts() throws Exception {
        // Given
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part("Llame a la señora López", "text/plain; charset=UTF-8"));
        alternatives.addBodyPart(part("<p>Llame a la señora López</p>", "text/html; charset=UTF-8"));

        // When
        send(alternatives, "madre@example.org", "padre@example.org");

        // Then
        JsonNode mails = new ObjectMapper().readTree(get("/mails").body());
        assertThat(mails).hasSize(1);
        JsonNode mail = mails.get(0);
        assertThat(mail.at("/sender").asText()).isEqualTo("no-reply@footbridge.example");
        assertThat(mail.at("/recipients").toString()).isEqualTo("[\"madre@example.org\",\"padre@example.org\"]");
        assertThat(mail.at("/subject").asText()).isEqualTo("Aviso de la escuela");
        assertThat(mail.at("/parts/0").asText()).isEqualTo("Llame a la señora López");
        assertThat(mail.at("/parts/1").asText()).isEqualTo("<p>Llame a la señora López</p>");
        assertThat(get("/mails/" + mail.at("/id").asLong() + "/raw").body())
                .contains("Content-Type: multipart/alternative");
    }

    @Test
    void shouldForgetOnDemand() throws Exception {
        // Given
        MimeMultipart text = new MimeMultipart();
        text.addBodyPart(part("hello", "text/plain"));
        send(text, "anybody@example.org");

        // When
        HttpResponse<String> answer =
                exchange(HttpRequest.newBuilder(uri("/mails")).DELETE().build());

        // Then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(get("/mails").body()).isEqualTo("[]");
        assertThat(get("/mails/1/raw").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldComeBackOnTheSamePorts() throws Exception {
        // When
        sink.kill();
        sink.start();

        // Then
        assertThat(sink.isHealthy()).isTrue();
        assertThat(get("/mails").statusCode()).isEqualTo(200);
    }

    private static MimeBodyPart part(String text, String type) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(text, type);
        return part;
    }

    private void send(MimeMultipart content, String... recipients) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(smtpPort));
        properties.setProperty("mail.smtp.from", "no-reply@footbridge.example");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setSubject("Aviso de la escuela", "UTF-8");
        message.setContent(content);
        Address[] addresses = InternetAddress.parse(String.join(",", recipients));
        Transport.send(message, addresses);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return exchange(HttpRequest.newBuilder(uri(path)).build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    private static HttpResponse<String> exchange(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
