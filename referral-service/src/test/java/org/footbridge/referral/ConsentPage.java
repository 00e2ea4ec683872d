package org.footbridge.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A family's browser: keeps cookies, sends forms with their hidden fields, runs no script. */
public final class ConsentPage {
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]*)\"");
    private static final Pattern LANGUAGE = Pattern.compile("<html lang=\"([a-z]{2})\">");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String path;
    private HttpResponse<byte[]> last;

    private ConsentPage(String path) {
        this.path = path;
    }

    public static ConsentPage open(String path) {
        ConsentPage page = new ConsentPage(path);
        page.reload("");
        return page;
    }

    public ConsentPage reload(String query) {
        return exchange(request("" + query).GET());
    }

    /** The form of the page that is shown, with what was typed. */
    public ConsentPage send(String step, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        fields.putIfAbsent("ticket", ticket());
        fields.putIfAbsent("lang", found(LANGUAGE));
        return exchange(request("/" + step)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    private HttpRequest.Builder request(String below) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path + below));
    }

    private ConsentPage exchange(HttpRequest.Builder request) {
        try {
            last = browser.send(request.build(), BodyHandlers.ofByteArray());
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public String ticket() {
        return found(TICKET);
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(text());
        assertThat(matcher.find()).as("%s in %s", pattern, text()).isTrue();
        return matcher.group(1);
    }

    public int status() {
        return last.statusCode();
    }

    public HttpHeaders headers() {
        return last.headers();
    }

    public byte[] bytes() {
        return last.body();
    }

    public String text() {
        return new String(last.body(), StandardCharsets.UTF_8);
    }
}
