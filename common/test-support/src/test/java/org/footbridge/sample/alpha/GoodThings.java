package org.footbridge.sample.alpha;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import java.util.List;

/** What the rules of the house like. */
public class GoodThings {

    public static class NoteRepository {
        String first() {
            return "note";
        }
    }

    public static class NoteService {
        private final NoteRepository notes = new NoteRepository();

        @Transactional
        String first() {
            return notes.first();
        }
    }

    public record NoteResponse(String text) {}

    public static class NoteResource {
        @GET
        @RolesAllowed("educator")
        public List<NoteResponse> get() {
            return List.of();
        }
    }
}
