package org.footbridge.common.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.footbridge.common.persistence.tenancy.DatabaseCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What many want at once is done at once, for each caller apart. */
class GathererTest {
    private static final DatabaseCaller ONE = DatabaseCaller.tenant(UUID.randomUUID());
    private static final DatabaseCaller OTHER = DatabaseCaller.tenant(UUID.randomUUID());

    private final Vertx vertx = Vertx.vertx();
    private final Context home = vertx.getOrCreateContext();
    private final List<List<Integer>> calls = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldDoTogetherWhatIsAskedInOneTurn() {
        Gatherer<Integer, String> gatherer = gatherer(100, this::named);

        List<CompletableFuture<Optional<String>>> answers = askedAtOnce(gatherer, ONE, 5);

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsExactly(
                        Optional.of("0"), Optional.of("1"), Optional.of("2"), Optional.of("3"), Optional.of("4"));
        assertThat(calls).containsExactly(List.of(0, 1, 2, 3, 4));
    }

    @Test
    void shouldLetNobodyIntoACallWhoIsOneTooMany() {
        Gatherer<Integer, String> gatherer = gatherer(2, this::named);

        askedAtOnce(gatherer, ONE, 5).forEach(CompletableFuture::join);

        assertThat(calls).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
    }

    @Test
    void shouldKeepCallersApart() {
        Gatherer<Integer, String> gatherer = gatherer(100, this::named);
        CompletableFuture<Void> both = new CompletableFuture<>();

        home.runOnContext(now -> CompletableFuture.allOf(asked(gatherer, ONE, 1), asked(gatherer, OTHER, 2))
                .thenAccept(both::complete));

        both.join();
        assertThat(calls).containsExactlyInAnyOrder(List.of(1), List.of(2));
    }

    @Test
    void shouldAnswerNothingWhereTheCallLeavesSomebodyOut() {
        Gatherer<Integer, String> gatherer =
                gatherer(100, items -> Uni.createFrom().item(Map.of(1, "one")));

        List<CompletableFuture<Optional<String>>> answers = askedAtOnce(gatherer, ONE, 2);

        assertThat(answers.get(0).join()).isEmpty();
        assertThat(answers.get(1).join()).contains("one");
    }

    @Test
    void shouldFailForAllOfACallAndGoOnAfterwards() {
        Gatherer<Integer, String> gatherer = gatherer(100, items -> {
            if (items.contains(0)) {
                throw new IllegalStateException("no");
            }
            return named(items);
        });

        List<CompletableFuture<Optional<String>>> answers = askedAtOnce(gatherer, ONE, 2);

        assertThat(answers).allSatisfy(answer -> assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("no"));
        assertThat(asked(gatherer, ONE, 7).join()).contains("7");
    }

    private Gatherer<Integer, String> gatherer(int most, Function<List<Integer>, Uni<Map<Integer, String>>> together) {
        return new Gatherer<>(home, most, items -> {
            calls.add(items);
            return together.apply(items);
        });
    }

    private Uni<Map<Integer, String>> named(List<Integer> items) {
        return Uni.createFrom().item(items.stream().collect(Collectors.toMap(Function.identity(), String::valueOf)));
    }

    private List<CompletableFuture<Optional<String>>> askedAtOnce(
            Gatherer<Integer, String> gatherer, DatabaseCaller caller, int count) {
        CompletableFuture<List<CompletableFuture<Optional<String>>>> asked = new CompletableFuture<>();
        home.runOnContext(now -> asked.complete(IntStream.range(0, count)
                .mapToObj(item -> asked(gatherer, caller, item))
                .toList()));
        return asked.join();
    }

    private CompletableFuture<Optional<String>> asked(
            Gatherer<Integer, String> gatherer, DatabaseCaller caller, int item) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        VertxContext.createNewDuplicatedContext(home)
                .runOnContext(now ->
                        gatherer.ask(caller, item).subscribe().with(answer::complete, answer::completeExceptionally));
        return answer;
    }
}
