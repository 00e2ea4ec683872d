package org.footbridge.directory.truth;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

@ApplicationScoped
class SourcesRepository {
    private static final String SOURCES = """
            select x.code, x.precedence, i.foreign_id from import_ids i join import_sources x on x.id = i.source_id
            where i.entity = 'service' and i.id = :id order by x.precedence, x.code, i.foreign_id limit 1000
            """;
    private static final String FIELDS = """
            select f.key, coalesce(x.code, 'platform') from services s
            cross join jsonb_each_text(s.field_sources) f left join import_sources x on cast(x.id as text) = f.value
            where s.id = :id
            """;

    Uni<ServiceSources> read(UUID service) {
        return rows(SOURCES, service).chain(sources -> rows(FIELDS, service)
                .map(fields -> new ServiceSources(
                        service,
                        sources.stream()
                                .map(row -> new ServiceSources.NamedBy(
                                        (String) row[0], ((Number) row[1]).intValue(), (String) row[2]))
                                .toList(),
                        byField(fields))));
    }

    private static Uni<List<Object[]>> rows(String query, UUID service) {
        return Panache.getSession().chain(session -> session.createNativeQuery(query, Object[].class)
                .setParameter("id", service)
                .getResultList());
    }

    private static Map<String, String> byField(List<Object[]> rows) {
        Map<String, String> fields = new TreeMap<>();
        rows.forEach(row -> fields.put((String) row[0], (String) row[1]));
        return fields;
    }
}
