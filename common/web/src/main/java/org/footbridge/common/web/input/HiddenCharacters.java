package org.footbridge.common.web.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.footbridge.common.web.problem.Fault;

/**
 * Finds what hides in the text of a JSON body: control characters other than line breaks and tabs, and half characters. They
 * deceive whoever reads the text, and PostgreSQL keeps neither NUL nor halves. Marks of the direction of reading and characters of
 * four bytes are honest text.
 */
final class HiddenCharacters {
    private static final int MOST = 50;

    private HiddenCharacters() {}

    /** One fault for each text that has any, at most 50 of them. */
    static List<Fault> in(byte[] body, JsonFactory json) throws IOException {
        return mayHold(body) ? look(body, json) : List.of();
    }

    /** They come escaped, as DEL, as C1 or half characters in UTF-8, or in another encoding: most bodies hold none of that. */
    private static boolean mayHold(byte[] body) {
        for (int i = 0; i < body.length; i++) {
            int next = i + 1 < body.length ? body[i + 1] & 0xff : 0;
            boolean suspect =
                    switch (body[i] & 0xff) {
                        case 0, 0x7f, 0xed -> true;
                        case '\\' -> next == 'u' || next == 'b' || next == 'f';
                        case 0xc2 -> next < 0xa0;
                        default -> false;
                    };
            if (suspect) {
                return true;
            }
        }
        return false;
    }

    private static List<Fault> look(byte[] body, JsonFactory json) throws IOException {
        List<Fault> faults = new ArrayList<>();
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken();
                    token != null && faults.size() < MOST;
                    token = parser.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (text && !isHonest(parser.getText())) {
                    faults.add(fault(place(parser, token)));
                }
            }
        }
        return faults;
    }

    /** A name is not repeated: its place is the object that it stands in. */
    private static JsonPointer place(JsonParser parser, JsonToken token) {
        return token == JsonToken.FIELD_NAME
                ? parser.getParsingContext().getParent().pathAsPointer()
                : parser.getParsingContext().pathAsPointer();
    }

    private static Fault fault(JsonPointer place) {
        return new Fault(place.toString(), "plain-text", "must not contain control characters");
    }

    private static boolean isHonest(String text) {
        return text.codePoints().allMatch(HiddenCharacters::isHonest);
    }

    private static boolean isHonest(int character) {
        if (character == '\n' || character == '\r' || character == '\t') {
            return true;
        }
        int type = Character.getType(character);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
