package org.footbridge.referral.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which tables a student's record is made of, each with the query of that student's rows, and which are left out, with the reason that
 * the family reads. Every table of the database stands in one of the two: a test compares them with the catalogue.
 */
final class ExportedTables {
    private static final String OF_STUDENT =
            "select t.* from %s t where t.tenant_id = :tenant and t.student_id = :student";
    private static final String OF_REFERRALS = """
            select t.* from %s t join referral r on r.tenant_id = t.tenant_id and r.id = t.referral_id
            where r.tenant_id = :tenant and r.student_id = :student""";
    private static final String OF_PLACEMENTS = """
            select t.* from %s t join placement p on p.tenant_id = t.tenant_id and p.id = t.placement_id
            join referral r on r.tenant_id = p.tenant_id and r.id = p.referral_id
            where r.tenant_id = :tenant and r.student_id = :student""";

    /** Each selects an {@code id}, by which the rows are ordered. */
    static final Map<String, String> QUERIES = queries();

    /** What is not in the export, and why. */
    static final Map<String, String> LEFT_OUT = leftOut();

    private ExportedTables() {}

    private static Map<String, String> queries() {
        Map<String, String> tables = new LinkedHashMap<>();
        ofTheRoster(tables);
        put(
                tables,
                OF_STUDENT,
                List.of("referral", "consent", "consent_request", "disclosure", "access_request", "amendment_request"));
        ofConsents(tables);
        tables.put("crisis", """
                select t.referral_id as id, t.* from crisis t
                join referral r on r.tenant_id = t.tenant_id and r.id = t.referral_id
                where r.tenant_id = :tenant and r.student_id = :student""");
        put(
                tables,
                OF_REFERRALS,
                List.of("transition", "placement", "referral_inquiry", "service_clock", "break_glass", "attachment"));
        put(
                tables,
                OF_PLACEMENTS,
                List.of(
                        "appointment",
                        "disclosed_record",
                        "placement_inquiry",
                        "contact_attempt",
                        "placement_message",
                        "message_receipt",
                        "recommendation",
                        "placement_availability",
                        "attachment_release"));
        return tables;
    }

    private static void ofTheRoster(Map<String, String> tables) {
        tables.put(
                "person",
                "select p.id, p.sourced_id, p.given_name, p.family_name, p.preferred_given_name, p.preferred_family_name,"
                        + " p.grades, p.birth_date, p.home_language, p.email, p.phone, p.state from person p"
                        + " where p.tenant_id = :tenant and p.id = :student");
        tables.put("person_role", """
                select t.sourced_id as id, s.name as school, t.role, t.begins_on, t.ends_on
                from person_role t left join school s on s.tenant_id = t.tenant_id and s.id = t.school_id
                where t.tenant_id = :tenant and t.person_id = :student""");
        tables.put("guardianship", """
                select t.guardian_id as id, g.given_name, g.family_name, t.relation, t.has_rights, t.active
                from guardianship t join person g on g.tenant_id = t.tenant_id and g.id = t.guardian_id
                where t.tenant_id = :tenant and t.student_id = :student""");
    }

    /** Without what would open a link once more. */
    private static void ofConsents(Map<String, String> tables) {
        tables.put("consent_signer", """
                select t.id, t.request_id, t.person_id, t.role, t.state, t.consent_id, t.answered_at
                from consent_signer t join consent_request q on q.tenant_id = t.tenant_id and q.id = t.request_id
                where q.tenant_id = :tenant and q.student_id = :student""");
        tables.put("consent_document", """
                select t.id, t.consent_id, t.created_at
                from consent_document t join consent c on c.tenant_id = t.tenant_id and c.id = t.consent_id
                where c.tenant_id = :tenant and c.student_id = :student""");
    }

    private static void put(Map<String, String> tables, String query, List<String> names) {
        names.forEach(name -> tables.put(name, query.formatted(name)));
    }

    private static Map<String, String> leftOut() {
        Map<String, String> reasons = new TreeMap<>();
        reasons.put("access_log", "who of the school has read it, which is no disclosure (34 CFR 99.32(d)(2))");
        reasons.put("legal_hold", "an order of the district to itself");
        reasons.put("referral_draft", "what a member of staff has noted for himself or herself alone (34 CFR 99.3)");
        reasons.put("left_concern", "names no student of the roster until it becomes a referral, which is here");
        reasons.put("booked_time", "the times of the appointments once more");
        reasons.put("account_link", "accounts, of no content");
        reasons.put("consent_link", "hashes of secret addresses");
        reasons.put("alarm_turn", "whom of the staff an alarm was sent to");
        reasons.put("calendar_feed", "addresses of calendars");
        reasons.put("calendar_feed_key", "hashes of secret addresses");
        reasons.put("idempotency_key", "answers once more, for a day");
        reasons.put("roster_import", "the school system's own files, while they are read");
        for (String queue : List.of(
                "work_queue",
                "roster_import_queue",
                "outbox",
                "inbox",
                "aggregate_sequence",
                "left_concern_tenant",
                "record_request_tenant")) {
            reasons.put(queue, "ids, numbers and times of work in progress");
        }
        reasons.put("referral_tenant", "numbers of referrals, which are here");
        ofNoStudent().forEach(table -> reasons.put(table, "of no student"));
        return reasons;
    }

    private static List<String> ofNoStudent() {
        return List.of(
                "agency_account",
                "agency_contact",
                "agreement",
                "concern_code",
                "delegation",
                "district",
                "flyway_schema_history",
                "jurisdiction_rule_set",
                "on_call_chain",
                "provider_organization",
                "provider_service",
                "retention_plan",
                "school",
                "school_calendar",
                "school_holiday",
                "service_level_plan",
                "staff_grant");
    }
}
