package org.footbridge.referral.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.footbridge.referral.attachment.AttachmentService;
import org.footbridge.referral.disclosure.Redisclosure;
import org.footbridge.referral.jurisdiction.JurisdictionService;
import org.footbridge.referral.roster.Student;

/**
 * A student's whole record: the rows as JSON files, the ledger of disclosures as CSV beside, signed consents and attachments as they
 * are. Bytes of attachments are fetched one by one while the zip is sent, so that no record is too large.
 */
@ApplicationScoped
class RecordExport {
    private static final String JSON = """
            select coalesce(cast(jsonb_agg(to_jsonb(x) - 'tenant_id' - 'version' - 'storage_key' order by x.id) as text), '[]')
            from (%s) x
            """;

    private static final String LEDGER = """
            select cast(happened_at as text), kind, recipient_name,
                array_to_string(case when :masked then array_remove(scope, 'PART2') else scope end, ' '),
                purpose, legal_basis, case when :masked then :notice else notice end
            from disclosure where tenant_id = :tenant and student_id = :student order by id
            """;

    private static final String DISCLOSED = "disclosed_record";

    private static final List<String> LEDGER_HEADER =
            List.of("happened_at", "kind", "recipient", "scope", "purpose", "legal_basis", "notice");

    private static final String PAPERS = """
            select c.id, d.content from consent_document d join consent c on c.tenant_id = d.tenant_id and c.id = d.consent_id
            where c.tenant_id = :tenant and c.student_id = :student and not (:masked and 'PART2' = any(c.scope))
            order by d.id
            """;

    private final AttachmentService attachments;
    private final JurisdictionService jurisdictions;
    private final ObjectMapper json;

    RecordExport(AttachmentService attachments, JurisdictionService jurisdictions, ObjectMapper json) {
        this.attachments = attachments;
        this.jurisdictions = jurisdictions;
        this.json = json;
    }

    /** Whose record, and what it is without: what tells of substance use ({@code null} where nothing is), ways to reach others. */
    private record Of(UUID tenant, UUID student, Part2Mask mask, boolean byTheStudent) {
        boolean masked() {
            return mask != null;
        }
    }

    /**
     * The parts of the record.
     *
     * @param byTheStudent whether the student asks, who reads all of it
     */
    Uni<ZipParts> of(UUID tenant, Student student, boolean byTheStudent) {
        return jurisdictions
                .of(tenant, student)
                .map(authorities -> new Of(
                        tenant,
                        student.id(),
                        !byTheStudent && authorities.keepsSubstanceUse() ? new Part2Mask() : null,
                        byTheStudent))
                .chain(this::of);
    }

    private Uni<ZipParts> of(Of whose) {
        return Multi.createFrom()
                .iterable(ExportedTables.QUERIES.entrySet())
                .onItem()
                .transformToUniAndConcatenate(table -> rows(whose, table.getKey(), table.getValue()))
                .collect()
                .asList()
                .chain(tables -> ledger(whose).chain(ledger -> papers(whose).chain(papers -> attachments
                        .ofStudent(whose.tenant(), whose.student())
                        .map(files -> parts(tables, ledger, papers, readable(whose, files))))));
    }

    private static List<AttachmentService.Exported> readable(Of whose, List<AttachmentService.Exported> files) {
        return files.stream().filter(file -> !(whose.masked() && file.part2())).toList();
    }

    private ZipParts parts(
            List<ZipParts.Part> tables,
            ZipParts.Part ledger,
            List<ZipParts.Part> papers,
            List<AttachmentService.Exported> files) {
        List<ZipParts.Part> all = new ArrayList<>();
        all.add(ZipParts.text("contents.json", contents()));
        all.addAll(tables);
        all.add(ledger);
        all.addAll(papers);
        files.forEach(file -> all.add(new ZipParts.Part("files/" + file.name(), file.bytes())));
        return new ZipParts(all);
    }

    /** What is in it, and what is not, in words. */
    private String contents() {
        Map<String, Object> contents = Map.of(
                "files",
                ExportedTables.QUERIES.keySet().stream()
                        .map(RecordExport::fileName)
                        .toList(),
                "leftOut",
                ExportedTables.LEFT_OUT);
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(contents);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the contents of an export cannot be written", e);
        }
    }

    private static String fileName(String table) {
        return (table.equals("person") ? "student" : table.replace('_', '-')) + ".json";
    }

    private Uni<ZipParts.Part> rows(Of whose, String table, String query) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(JSON.formatted(query), String.class)
                        .setParameter("tenant", whose.tenant())
                        .setParameter("student", whose.student())
                        .getSingleResult())
                .map(text ->
                        ZipParts.text(fileName(table), whose.byTheStudent() ? text : forOthers(whose, table, text)));
    }

    private String forOthers(Of whose, String table, String text) {
        try {
            ArrayNode rows = (ArrayNode) json.readTree(text);
            if (whose.masked()) {
                whose.mask().apply(table, rows);
            }
            if (DISCLOSED.equals(table)) {
                for (JsonNode row : rows) {
                    withoutAddresses((ObjectNode) row);
                }
            }
            return rows.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows of an export cannot be read", e);
        }
    }

    /** Where one parent lives apart from the other, the record must not lead there. */
    private void withoutAddresses(ObjectNode row) throws JsonProcessingException {
        if (row.path("content").isTextual()) {
            JsonNode content = json.readTree(row.path("content").asText());
            content.at("/contact/guardians")
                    .forEach(guardian -> ((ObjectNode) guardian).remove(List.of("email", "phone")));
            row.put("content", content.toString());
        }
    }

    private static Uni<ZipParts.Part> ledger(Of whose) {
        return query(LEDGER, whose, Map.of("notice", Redisclosure.NOTICE))
                .map(rows -> rows.stream()
                        .map(row -> Arrays.stream(row)
                                .map(value -> Objects.toString(value, ""))
                                .toList())
                        .toList())
                .map(rows -> ZipParts.text("disclosures.csv", SafeCsv.of(LEDGER_HEADER, rows)));
    }

    private static Uni<List<ZipParts.Part>> papers(Of whose) {
        return query(PAPERS, whose, Map.of()).map(rows -> rows.stream()
                .map(row -> new ZipParts.Part(
                        "consents/" + row[0] + ".pdf", Uni.createFrom().item((byte[]) row[1])))
                .toList());
    }

    private static Uni<List<Object[]>> query(String sql, Of whose, Map<String, String> more) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, Object[].class)
                    .setParameter("tenant", whose.tenant())
                    .setParameter("student", whose.student())
                    .setParameter("masked", whose.masked());
            more.forEach(query::setParameter);
            return query.getResultList();
        });
    }
}
