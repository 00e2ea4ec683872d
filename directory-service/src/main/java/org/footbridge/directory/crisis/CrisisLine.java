package org.footbridge.directory.crisis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    /** For Hibernate. */
    protected CrisisLine() {}

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
                audience);
    }

    int position() {
        return position;
    }
}
