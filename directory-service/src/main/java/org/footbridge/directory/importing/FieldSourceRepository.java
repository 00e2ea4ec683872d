package org.footbridge.directory.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which source said each field of the services that several sources name. */
@ApplicationScoped
class FieldSourceRepository {
    private static final String SHARED = """
            select cast(s.id as text), cast(s.document as text), cast(s.field_sources as text) from services s
            where s.field_sources <> '{}'
              and s.id in (select cast(x as uuid) from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) x)
            """;
    private static final String SAVE = """
            update services s set field_sources = r.owners
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid, owners jsonb) where s.id = r.id
            """;

    private final ObjectMapper json;

    FieldSourceRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Puts what preferred sources say into the document, and tells by service whose word each field is now. */
    Uni<Map<String, ObjectNode>> settle(UUID source, ImportDocument document) {
        Map<String, ObjectNode> services = new HashMap<>();
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        document.root()
                .path("organizations")
                .forEach(organization -> organization.path("services").forEach(service -> {
                    services.put(service.path("id").asText(), (ObjectNode) service);
                    ids.add(service.path("id").asText());
                }));
        return shared(ids)
                .chain(shared -> shared.isEmpty()
                        ? Uni.createFrom().item(Map.<String, ObjectNode>of())
                        : numbers()
                                .map(numbers ->
                                        settle(new FieldPrecedence(source.toString(), numbers), services, shared)));
    }

    Uni<Void> save(Map<String, ObjectNode> owners) {
        if (owners.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        owners.forEach((id, fields) -> rows.addObject().put("id", id).set("owners", fields));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SAVE)
                        .setParameter("rows", rows.toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Map<String, ObjectNode> settle(
            FieldPrecedence precedence, Map<String, ObjectNode> services, List<Object[]> shared) {
        Map<String, ObjectNode> owners = new HashMap<>();
        for (Object[] row : shared) {
            ObjectNode fields = read((String) row[2]);
            precedence.settle(services.get((String) row[0]), read((String) row[1]), fields);
            owners.put((String) row[0], fields);
        }
        return owners;
    }

    private static Uni<List<Object[]>> shared(ArrayNode ids) {
        return Panache.getSession().chain(session -> session.createNativeQuery(SHARED, Object[].class)
                .setParameter("ids", ids.toString())
                .getResultList());
    }

    private static Uni<Map<String, Integer>> numbers() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(id as text), precedence from import_sources", Object[].class)
                        .getResultList())
                .map(rows -> {
                    Map<String, Integer> numbers = new HashMap<>();
                    rows.forEach(row -> numbers.put((String) row[0], ((Number) row[1]).intValue()));
                    return numbers;
                });
    }

    private ObjectNode read(String text) {
        try {
            JsonNode node = json.readTree(text);
            return (ObjectNode) node;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored service is not JSON", e);
        }
    }
}
