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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the local stack's mail sink has received. */
public final class Mailbox {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI sink;

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

    /** One mail: its decoded text parts and everything as it was sent. */
    public record Mail(String recipients, String subject, String text, String raw) {

        /** The Message-ID header, the raw mail where there is none. */
        public String messageId() {
            Matcher header = MESSAGE_ID.matcher(raw);
            return header.find() ? header.group(1) : raw;
        }
    }

    Mailbox(HttpClient http, URI sink) {
        this.http = http;
        this.sink = sink;
    }

    /** The mails to an address, oldest first. */
    public List<Mail> to(String address) {
        return all().stream()
                .filter(mail -> mail.recipients().contains("\"" + address + "\""))
                .toList();
    }

    /** Oldest first. */
    public List<Mail> all() {
        try {
            String body = http.send(
                            HttpRequest.newBuilder(sink.resolve("/mails")).build(), BodyHandlers.ofString())
                    .body();
            return StreamSupport.stream(JSON.readTree(body).spliterator(), false)
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
        return new Mail(
                mail.at("/recipients").toString(),
                mail.at("/subject").asText(),
                text,
                mail.at("/raw").asText());
    }
}
