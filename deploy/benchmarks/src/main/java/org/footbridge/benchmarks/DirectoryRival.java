package org.footbridge.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The least that the database must do for one search: a single hand-written statement, prepared once, on the service's own role
 * and tables. It selects what fits in one pass, and of that makes the page with all that a hit shows and the counts of every
 * facet. No HTTP, no JSON, no words to be understood: what ours costs more is ours.
 */
final class DirectoryRival {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]+)");

    private final PreparedStatement statement;
    private final List<String> names = new ArrayList<>();

    /**
     * What was found.
     *
     * @param ids of the page in order
     * @param facets how many by criterion and code, the number of all under {@code total}
     */
    record Found(List<String> ids, Map<String, Long> facets) {
        /** As the API tells it. */
        static Found of(JsonNode answer) {
            List<String> ids = new ArrayList<>();
            answer.path("items").forEach(item -> ids.add(item.path("serviceId").asText()));
            Map<String, Long> facets = new TreeMap<>();
            facets.put("total", answer.path("total").asLong());
            for (JsonNode group : answer.path("facets")) {
                for (JsonNode value : group.path("values")) {
                    facets.put(
                            group.path("criterion").asText() + " "
                                    + value.path("code").asText(),
                            value.path("count").asLong());
                }
            }
            return new Found(ids, facets);
        }
    }

    DirectoryRival(Connection connection) throws SQLException {
        String text = PARAMETER.matcher(DirectoryStatements.SEARCH).replaceAll(match -> {
            names.add(match.group(1));
            return "?";
        });
        statement = connection.prepareStatement(text);
    }

    /** One search. */
    Found run(DirectorySearch search) throws SQLException {
        Map<String, Object> parameters = Map.ofEntries(
                Map.entry("words", search.words()),
                Map.entry("latitude", search.latitude()),
                Map.entry("longitude", search.longitude()),
                Map.entry("within", search.within()),
                Map.entry("high", search.within() / 111.2),
                Map.entry("wide", search.within() / 111.2 / Math.cos(Math.toRadians(search.latitude()))),
                Map.entry("language", search.language()),
                Map.entry("insurance", search.insurance()),
                Map.entry("age", search.age()),
                Map.entry("limit", DirectorySearch.PAGE + 1));
        for (int i = 0; i < names.size(); i++) {
            statement.setObject(i + 1, parameters.get(names.get(i)));
        }
        try (ResultSet rows = statement.executeQuery()) {
            return read(rows);
        }
    }

    private static Found read(ResultSet rows) throws SQLException {
        List<String> ids = new ArrayList<>();
        Map<String, Long> facets = new TreeMap<>();
        while (rows.next()) {
            if (facets.isEmpty()) {
                facet(rows.getString("facets"), facets);
            }
            String id = rows.getString("service_id");
            if (id != null && ids.size() < DirectorySearch.PAGE) {
                ids.add(id);
            }
        }
        return new Found(ids, facets);
    }

    private static void facet(String json, Map<String, Long> facets) {
        try {
            JSON.readTree(json)
                    .forEach(row -> facets.put(
                            (row.get(0).asText() + " " + row.get(1).asText()).strip(),
                            row.get(2).asLong()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the rival's own JSON", e);
        }
    }
}
