package org.footbridge.directory.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The table of postal codes. */
@ApplicationScoped
class PostalCodeRepository {
    private static final String HOME = "US";
    private static final String MIDDLE = """
            select country, code, latitude, longitude, place from postal_codes where country = :country and code = :code
            """;
    private static final String PUT = """
            insert into postal_codes as p (country, code, latitude, longitude, place)
            select r.country, r.code, r.latitude, r.longitude, r.place
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r (country text, code text, latitude double precision, longitude double precision, place text)
            on conflict (country, code) do update
              set latitude = excluded.latitude, longitude = excluded.longitude, place = excluded.place
              where (p.latitude, p.longitude) <> (excluded.latitude, excluded.longitude)
                or p.place is distinct from excluded.place
            """;

    private final ObjectMapper json;

    PostalCodeRepository(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Where a postal code is, {@code null} where nobody has told.
     *
     * @param written in capitals, with {@code CA:} before it for another country than the United States; of a ZIP+4 the first five count
     */
    Uni<PostalCode> middleOf(String written) {
        boolean abroad = written.indexOf(':') == 2;
        String country = abroad ? written.substring(0, 2) : HOME;
        String code = abroad ? written.substring(3) : written;
        String known = country.equals(HOME) && code.matches("\\d{5}-\\d{4}") ? code.substring(0, 5) : code;
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MIDDLE, Object[].class)
                        .setParameter("country", country)
                        .setParameter("code", known)
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transform(row -> new PostalCode(
                        (String) row[0], (String) row[1], (Double) row[2], (Double) row[3], (String) row[4]));
    }

    /** Writes what differs; the number of rows that did. */
    Uni<Integer> put(List<PostalCode> codes) {
        return Panache.getSession().chain(session -> session.createNativeQuery(PUT)
                .setParameter("rows", text(codes))
                .executeUpdate());
    }

    private String text(List<PostalCode> codes) {
        try {
            return json.writeValueAsString(codes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a postal code cannot be written", e);
        }
    }
}
