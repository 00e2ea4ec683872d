package org.footbridge.directory.crisis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A line for people in a crisis. */
@Entity
@Table(name = "crisis_lines")
public class CrisisLine {
    @Id
    private UUID id;

    private String code;
    private String name;
    private String description;

    @Column(name = "call_number")
    private String callNumber;

    @Column(name = "text_number")
    private String textNumber;

    @Column(name = "text_keyword")
    private String textKeyword;

    @Column(name = "chat_url")
    private String chatUrl;

    private String[] languages;
    private String audience;
    private int position;

    @Column(name = "postal_prefixes")
    private String[] postalPrefixes;

    private String hours;

    @Version
    private long version;

    /** For Hibernate. */
    protected CrisisLine() {}

    static CrisisLine of(UUID id, String code) {
        CrisisLine line = new CrisisLine();
        line.id = id;
        line.code = code;
        return line;
    }

    /** The line is as the request says from now on. */
    CrisisLine publish(CrisisLineRequest said) {
        name = said.name();
        description = said.description();
        callNumber = said.callNumber();
        textNumber = said.textNumber();
        textKeyword = said.textKeyword();
        chatUrl = said.chatUrl();
        languages = said.languages().toArray(String[]::new);
        audience = said.audience();
        hours = said.hours();
        postalPrefixes = said.postalPrefixes().toArray(String[]::new);
        position = said.position();
        return this;
    }

    boolean helpsEverywhere() {
        return postalPrefixes.length == 0;
    }

    boolean helpsIn(String postalCode) {
        PostalPrefix there = PostalPrefix.of(postalCode);
        return Arrays.stream(postalPrefixes).map(PostalPrefix::of).anyMatch(prefix -> prefix.begins(there));
    }

    long version() {
        return version;
    }

    CrisisLineResponse response() {
        return new CrisisLineResponse(
                id,
                code,
                name,
                description,
                callNumber,
                textNumber,
                textKeyword,
                chatUrl,
                List.of(languages),
                audience,
                hours,
                List.of(postalPrefixes));
    }

    int position() {
        return position;
    }
}
