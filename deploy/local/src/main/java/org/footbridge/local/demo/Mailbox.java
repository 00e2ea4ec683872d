package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the local stack's mail sink has received. */
public final class Mailbox {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI sink;

    /** One mail: its decoded text parts and everything as it was sent. */
    public record Mail(String subject, String text, String raw) {}

    Mailbox(HttpClient http, URI sink) {
        this.http = http;
        this.sink = sink;
    }

    /** Oldest first. */
    public List<Mail> to(String address) {
        try {
            String body = http.send(
                            HttpRequest.newBuilder(sink.resolve("/mails")).build(), BodyHandlers.ofString())
                    .body();
            return StreamSupport.stream(JSON.readTree(body).spliterator(), false)
                    .filter(mail -> mail.at("/recipients").toString().contains("\"" + address + "\""))
                    .map(Mailbox::mail)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the mail sink does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted");
        }
    }

    private static Mail mail(JsonNode mail) {
        String text = StreamSupport.stream(mail.at("/parts").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("\n"));
        return new Mail(mail.at("/subject").asText(), text, mail.at("/raw").asText());
    }
}
