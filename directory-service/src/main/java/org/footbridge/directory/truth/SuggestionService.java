package org.footbridge.directory.truth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.directory.announcing.Announcer;

/** What anybody says is wrong with an entry, and what its editors make of it. */
@ApplicationScoped
class SuggestionService {
    private static final int MOST_OPEN = 50;

    private final SuggestionRepository suggestions;
    private final Entries entries;
    private final Announcer announcer;
    private final Clock clock;

    SuggestionService(SuggestionRepository suggestions, Entries entries, Announcer announcer, Clock clock) {
        this.suggestions = suggestions;
        this.entries = entries;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** By anybody; 404 for a service that the public does not see, 409 for an alias, 429 where its editors have enough to do. */
    @WithTransaction
    Uni<SuggestionReceipt> suggest(SuggestionRequest wanted) {
        if (!wanted.field().allows(wanted.value())) {
            throw new Problem(
                    CommonProblem.INVALID,
                    "The value is none for this field.",
                    List.of(new Fault("/value", "field-value", "Not a value of this field.")));
        }
        UUID id = Ids.next();
        return entries.requirePublic(wanted.serviceId())
                .chain(() -> entries.requireUnmerged(wanted.serviceId()))
                .chain(() -> suggestions.open(wanted.serviceId()))
                .invoke(open -> {
                    if (open >= MOST_OPEN) {
                        throw CommonProblem.TOO_MANY_REQUESTS
                                .because("The service has enough open suggestions.")
                                .header("Retry-After", "86400");
                    }
                })
                .chain(() -> suggestions.insert(id, wanted, clock.instant()))
                .replaceWith(new SuggestionReceipt(id));
    }

    /** 404 for one that is about somebody else's service. */
    @WithTransaction
    Uni<Suggestion> read(UUID id, Caller caller) {
        return own(id, caller, false);
    }

    @WithTransaction
    Uni<List<Suggestion>> page(String state, Caller caller, UUID after, int size) {
        UUID agency = caller.isPlatform() ? null : caller.agency() == null ? new UUID(0, 0) : caller.agency();
        return suggestions.page(state, agency, after, size);
    }

    /** Puts the value into the record, where it stays whatever the next import says. */
    @WithTransaction
    Uni<Suggestion> accept(UUID id, Caller caller, long expected) {
        Instant now = clock.instant();
        return undecided(id, caller, expected)
                .call(suggestion -> apply(suggestion, caller, now))
                .call(() -> suggestions.decide(id, "ACCEPTED", caller.subject(), now))
                .call(suggestion -> announcer.servicesChanged(List.of(suggestion.serviceId())))
                .chain(() -> own(id, caller, false));
    }

    @WithTransaction
    Uni<Suggestion> reject(UUID id, Caller caller, long expected) {
        return undecided(id, caller, expected)
                .call(() -> suggestions.decide(id, "REJECTED", caller.subject(), clock.instant()))
                .chain(() -> own(id, caller, false));
    }

    private Uni<Void> apply(Suggestion suggestion, Caller caller, Instant now) {
        SuggestedField field = SuggestedField.valueOf(suggestion.field());
        return suggestions
                .stored(suggestion.serviceId(), field)
                .chain(before -> suggestions.apply(
                        suggestion.serviceId(),
                        field,
                        suggestion.value(),
                        entry(suggestion, field, before, caller, now),
                        now));
    }

    /** The history is public, so it names the side that decided and never a person. */
    private static String entry(
            Suggestion suggestion, SuggestedField field, String before, Caller caller, Instant now) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("id", Ids.next().toString())
                .put("resource_id", suggestion.serviceId().toString())
                .put("resource_type", "service")
                .put("last_action_date", now.toString())
                .put("last_action_type", "update")
                .put("field_name", field.member())
                .put("previous_value", before)
                .put("replacement_value", suggestion.value())
                .put("updated_by", caller.isPlatform() ? "platform editor" : "agency");
        return "[" + entry + "]";
    }

    private Uni<Suggestion> undecided(UUID id, Caller caller, long expected) {
        return own(id, caller, true)
                .invoke(suggestion -> Version.require(expected, suggestion.version()))
                .invoke(suggestion -> {
                    if (!suggestion.isOpen()) {
                        throw CommonProblem.CONFLICT
                                .because("It was decided already.")
                                .with("state", suggestion.state());
                    }
                });
    }

    private Uni<Suggestion> own(UUID id, Caller caller, boolean lock) {
        return suggestions
                .find(id, lock)
                .map(found -> {
                    if (found.isEmpty()) {
                        throw CommonProblem.NOT_FOUND.because("There is no such suggestion for this caller.");
                    }
                    return found.getFirst();
                })
                .call(suggestion -> entries.requireOwn(suggestion.serviceId(), caller));
    }
}
