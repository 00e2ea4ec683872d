package org.footbridge.referral.district;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A district's lines as JSON: they are read and replaced as a whole. */
@Converter
class CrisisLines implements AttributeConverter<List<CrisisLine>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<CrisisLine>> LINES = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<CrisisLine> lines) {
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the crisis lines of a district cannot be written", e);
        }
    }

    @Override
    public List<CrisisLine> convertToEntityAttribute(String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, LINES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the crisis lines of a district cannot be read", e);
        }
    }
}
