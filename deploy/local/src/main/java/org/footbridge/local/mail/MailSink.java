package org.footbridge.local.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.footbridge.common.testsupport.FreePorts;
import org.footbridge.common.testsupport.LocalServer;
import org.footbridge.common.testsupport.ServerStartException;

/**
 * SMTP server in this JVM that takes mail for anybody, keeps the newest and shows them over HTTP: {@code GET /mails},
 * {@code GET /mails/{id}/raw}, {@code DELETE /mails}.
 */
public final class MailSink implements LocalServer {

    private static final int KEPT = 5_000;
    private static final String MAILS = "/mails";

    private final int smtpPort;
    private final int httpPort;
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final Deque<Mail> mails = new ArrayDeque<>();
    private long received;
    private GreenMail smtp;
    private HttpServer http;
    private ExecutorService requests;

    public MailSink(int smtpPort, int httpPort) {
        this.smtpPort = smtpPort;
        this.httpPort = httpPort;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        try {
            startHttp();
            GreenMail server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
            server.getUserManager().setMessageDeliveryHandler(this::take);
            server.start();
            smtp = server;
        } catch (IOException | IllegalStateException e) {
            close();
            throw new ServerStartException("smtp did not start: " + e, e);
        }
    }

    private SinkUser take(MovingMessage message, MailAddress recipient) throws MessagingException {
        List<String> all = message.getToAddresses().stream()
                .map(MailAddress::getEmail)
                .sorted()
                .toList();
        // called once for each recipient, and a mail to two is still one mail
        if (recipient.getEmail().equals(all.getFirst())) {
            keep(message, all);
        }
        return SinkUser.INSTANCE;
    }

    private synchronized void keep(MovingMessage message, List<String> recipients) throws MessagingException {
        String sender = Optional.ofNullable(message.getReturnPath())
                .map(MailAddress::getEmail)
                .orElse("");
        try {
            mails.addLast(Mail.received(++received, Instant.now(), sender, recipients, message.getMessage()));
        } catch (IOException e) {
            throw new MessagingException("mail cannot be read", e);
        }
        if (mails.size() > KEPT) {
            mails.removeFirst();
        }
    }

    /** What arrived, oldest first. */
    public synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** Forgets what arrived so far. */
    public synchronized void clear() {
        mails.clear();
    }

    private void startHttp() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), httpPort), 0);
        requests = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(requests);
        http.createContext("/", this::answer);
        http.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath().replaceFirst("\\d+", "{id}");
            switch (request) {
                case "GET " + MAILS -> send(exchange, 200, "application/json", json.writeValueAsBytes(mails()));
                case "GET " + MAILS + "/{id}/raw" -> sendRaw(exchange);
                case "DELETE " + MAILS -> {
                    clear();
                    exchange.sendResponseHeaders(204, -1);
                }
                default ->
                    send(
                            exchange,
                            404,
                            "text/plain",
                            "GET /mails, GET /mails/{id}/raw, DELETE /mails\n".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void sendRaw(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Mail> mail = mails().stream()
                .filter(each -> path.equals(MAILS + "/" + each.id() + "/raw"))
                .findFirst();
        byte[] body = mail.map(Mail::raw).orElse("").getBytes(StandardCharsets.ISO_8859_1);
        send(exchange, mail.isPresent() ? 200 : 404, "message/rfc822", body);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public String address() {
        return "127.0.0.1:" + smtpPort;
    }

    @Override
    public boolean isHealthy() {
        return isAlive() && !FreePorts.isFree(smtpPort);
    }

    @Override
    public synchronized boolean isAlive() {
        return smtp != null && smtp.isRunning();
    }

    /** That of this JVM: the sink is small enough to live in it. */
    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public void kill() {
        close();
    }

    @Override
    public synchronized void close() {
        if (smtp != null) {
            smtp.stop();
            smtp = null;
        }
        if (http != null) {
            http.stop(0);
            requests.shutdownNow();
            http = null;
        }
    }
}
