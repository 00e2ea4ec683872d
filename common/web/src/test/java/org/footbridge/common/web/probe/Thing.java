package org.footbridge.common.web.probe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A body with one of each kind of member. */
public record Thing(
        @NotBlank @Size(max = 10) String name,
        @Min(1) int count,
        UUID id,
        LocalDate day,
        Instant at,
        Colour colour,
        Boolean flag,
        @Size(max = 3) List<@NotBlank String> tags,
        List<@Valid Part> parts,
        Shape shape) {

    /** An enum of the API. */
    public enum Colour {
        RED,
        GREEN
    }

    /** A nested object. */
    public record Part(@NotBlank String label, @Min(0) Integer weight) {}

    /** A member with subtypes. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Square.class, name = "square")
    })
    public sealed interface Shape permits Circle, Square {}

    /** A subtype. */
    public record Circle(int radius) implements Shape {}

    /** Another subtype. */
    public record Square(int side) implements Shape {}
}
