package org.footbridge.sample.beta;

import jakarta.annotation.security.PermitAll;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.footbridge.sample.alpha.GoodThings;

/** What the rules of the house do not like, one class each. */
public class BadThings {

    public static class BorrowedRepository {
        GoodThings.NoteRepository anothers;
    }

    @Entity
    public static class Note {}

    public static class LeakingResource {
        @GET
        @PermitAll
        public List<Note> get() {
            return List.of();
        }

        @POST
        @PermitAll
        public String post(Note note) {
            return "noted: " + note;
        }
    }

    public static class OpenResource {
        @GET
        public String get() {
            return "";
        }
    }

    public static class HiddenResource {
        @GET
        @PermitAll
        String get() {
            return "";
        }
    }

    public static class TransactionalResource {
        @Transactional
        String change() {
            return "";
        }
    }

    @Transactional
    public static class TransactionalHelper {}

    public static class DualWriter {
        KafkaProducer<String, String> producer;
    }

    /** Removes a row as Hibernate Reactive would do it. */
    public static class Remover {
        Object delete(Object entity) {
            return entity;
        }

        Object removed(Object entity) {
            return Stream.of(entity).map(this::delete).toList();
        }
    }
}
