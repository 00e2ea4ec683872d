package org.footbridge.common.persistence.probe;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Use cases on notes, none of which names a tenant in its query. */
@ApplicationScoped
public class NoteService {

    @WithTransaction
    public Uni<Note> write(UUID tenant, String text, boolean slowly) {
        Note note = new Note(Ids.next(), tenant, text);
        return session()
                .chain(session -> session.persist(note))
                .chain(() -> pause(slowly ? 1 : 0))
                .replaceWith(note);
    }

    @WithTransaction
    public Uni<Note> writeAndFail(UUID tenant, String text) {
        return write(tenant, text, false).invoke(note -> {
            throw CommonProblem.CONFLICT.because("It always refuses.");
        });
    }

    @WithTransaction
    public Uni<Note> writeInside(UUID tenant, String text) {
        return Tenancy.enter(tenant).chain(() -> write(tenant, text, false));
    }

    @WithTransaction
    public Uni<List<String>> texts() {
        return session().chain(session -> session.createQuery("select n.text from Note n order by n.text", String.class)
                .getResultList());
    }

    @WithTransaction
    public Uni<Note> change(UUID id, long expected, String text) {
        return session()
                .chain(session -> session.find(Note.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("No such note."))
                .invoke(note -> Version.require(expected, note.version))
                .call(() -> pause(0.5))
                .invoke(note -> note.text = text);
    }

    @WithTransaction
    public Uni<String> caller() {
        return session().chain(session -> session.createNativeQuery(
                        "select concat_ws('|', current_setting('footbridge.tenant', true),"
                                + " current_setting('footbridge.agency', true), current_setting('footbridge.platform', true))",
                        String.class)
                .getSingleResult());
    }

    private static Uni<Void> pause(double seconds) {
        return session()
                .chain(session -> session.createNativeQuery("select pg_sleep(" + seconds + ")")
                        .getSingleResult())
                .replaceWithVoid();
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
