package org.footbridge.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.ProblemType;

/** The page behind the {@code type} of every problem document: one anchor for each problem of the suite. */
final class ProblemPage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Footbridge: problems</title></head>
            <body>
            <h1>Problems</h1>
            <p>Every error answer is an <code>application/problem+json</code> document (RFC 9457). Its <code>type</code> leads
            here; <code>errors</code> names each fault of the input; <code>requestId</code> is what to tell us.</p>
            <dl>
            """;

    private final Map<String, String> entries = new TreeMap<>();

    ProblemPage(Collection<ObjectNode> documents) {
        for (ProblemType problem : CommonProblem.values()) {
            add(problem.slug(), problem.status(), problem.title());
        }
        for (ObjectNode document : documents) {
            for (JsonNode problem : document.path("x-problems")) {
                add(
                        problem.path("slug").asText(),
                        problem.path("status").asInt(),
                        problem.path("title").asText());
            }
        }
    }

    private void add(String slug, int status, String title) {
        String name = escaped(slug);
        String term = "<dt id=\"" + name + "\"><code>" + name + "</code> (" + status + ")</dt>";
        entries.put(slug, term + "<dd>" + escaped(title) + ".</dd>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    String html() {
        return HEAD + String.join("", entries.values()) + "</dl>\n</body>\n</html>\n";
    }
}
