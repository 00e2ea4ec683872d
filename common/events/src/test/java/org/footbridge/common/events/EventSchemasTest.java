package org.footbridge.common.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = schemas();

    /** Public names of schools, organizations and services may travel (decision 21). */
    private static final Set<String> PUBLIC_NAMES = Set.of(
            "DistrictChanged.name",
            "SchoolChanged.name",
            "OrganizationChanged.name",
            "ServiceChanged.name",
            "ReferralSnapshot.schoolName",
            "PlacementSnapshot.serviceName",
            "PlacementSnapshot.agencyName");

    @ParameterizedTest
    @EnumSource
    void shouldAcceptTheExample(EventType type) {
        assertThat(faults(type, EventSchemas.example(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAnExampleWithoutItsFirstMember(EventType type) throws Exception {
        // Given
        ObjectNode example = (ObjectNode) JSON.readTree(EventSchemas.example(type));
        example.remove(example.fieldNames().next());

        // Then
        assertThat(faults(type, example.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadTheExampleAndWriteItBack(EventType type) throws Exception {
        // Given
        String example = EventSchemas.example(type);

        // When
        EventPayload payload = EventJson.read(example.getBytes(StandardCharsets.UTF_8), type.payload());

        // Then
        assertThat(JSON.readTree(EventJson.write(payload))).isEqualTo(JSON.readTree(example));
    }

    @ParameterizedTest
    @EnumSource
    void shouldDescribeEveryMemberOfThePayload(EventType type) throws Exception {
        String schema = type.payload() == ReferralSnapshot.class
                ? EventSchemas.schema(EventSchemas.REFERRAL_SNAPSHOT)
                : EventSchemas.schema(type);
        assertThat(members(JSON.readTree(schema))).isEqualTo(members(type.payload()));
    }

    @Test
    void shouldHaveNoMemberThatCouldHoldAPerson() {
        // Given
        Set<String> suspicious = Arrays.stream(EventPayload.class.getPermittedSubclasses())
                .flatMap(EventSchemasTest::records)
                .flatMap(record -> Arrays.stream(record.getRecordComponents()))
                .map(member -> member.getDeclaringRecord().getSimpleName() + "." + member.getName())
                .filter(
                        member -> member.matches(
                                "(?i).*\\..*(name|mail|phone|address|birth|note|text|comment|description|concern|student|guardian).*"))
                .collect(Collectors.toSet());

        // Then
        assertThat(suspicious).isEqualTo(PUBLIC_NAMES);
    }

    @Test
    void shouldNameEveryTypeInTheAsyncApiDocument() throws Exception {
        // When
        JsonNode document = JSON.readTree(AsyncApi.document());

        // Then
        assertThat(document.path("asyncapi").textValue()).isEqualTo("3.0.0");
        for (EventType type : EventType.values()) {
            assertThat(document.at("/channels/" + type.topic() + "/messages/" + type.publicName() + "/$ref")
                            .textValue())
                    .isEqualTo("#/components/messages/" + type.publicName());
            assertThat(document.at("/components/messages/" + type.publicName() + "/name")
                            .textValue())
                    .isEqualTo(type.type());
            assertThat(document.at("/components/schemas/" + type.publicName()).isObject())
                    .isTrue();
        }
        assertThat(document.findValuesAsText("$ref"))
                .allMatch(reference -> !document.at(reference.substring(1)).isMissingNode());
    }

    private static List<?> faults(EventType type, String json) {
        Schema schema = SCHEMAS.getSchema(SchemaLocation.of(EventSchemas.IDS + type.publicName()));
        return schema.validate(json, InputFormat.JSON);
    }

    private static SchemaRegistry schemas() {
        Map<String, String> all = new TreeMap<>();
        Stream.concat(
                        Stream.of(EventSchemas.REFERRAL_SNAPSHOT),
                        Arrays.stream(EventType.values()).map(EventType::publicName))
                .forEach(name -> all.put(EventSchemas.IDS + name, EventSchemas.schema(name)));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(all)
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
    }

    /** The record and the records inside of it. */
    private static Stream<Class<?>> records(Class<?> record) {
        return Stream.concat(
                Stream.of(record),
                Arrays.stream(record.getDeclaredClasses())
                        .filter(Class::isRecord)
                        .flatMap(EventSchemasTest::records));
    }

    private static Set<String> members(Class<?> payload) {
        return records(payload)
                .flatMap(record -> Arrays.stream(record.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> members(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").properties().forEach(property -> {
            names.add(property.getKey());
            names.addAll(members(property.getValue()));
            names.addAll(members(property.getValue().path("items")));
        });
        return names;
    }
}
