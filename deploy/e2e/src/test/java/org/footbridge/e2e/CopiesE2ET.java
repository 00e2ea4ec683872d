package org.footbridge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.footbridge.common.testsupport.LocalServer;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;
import org.footbridge.local.demo.DemoDistrict;
import org.footbridge.local.demo.Narrator;
import org.footbridge.local.demo.Place;
import org.footbridge.local.demo.ReferralLoop;
import org.footbridge.local.demo.StoryFailed;
import org.footbridge.local.demo.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Copies of a service share nothing but the database: a key that one of them has seen holds for all, also after a restart. */
@ExtendWith(RunningStack.class)
class CopiesE2ET {
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String key = UUID.randomUUID().toString();
    private Stack stack;
    private ReferralLoop.Need need;
    private World first;
    private LocalServer copy;
    private World second;

    @BeforeEach
    void startTheCopy(Stack running, World world) {
        stack = running;
        new DemoDistrict(world).prepare();
        need = DemoDistrict.someNeed(world);
        first = at(world, stack.url(Part.REFERRAL));
        copy = stack.startCopy(Part.REFERRAL);
        second = at(world, URI.create("http://" + copy.address()));
        // one after the other: the realm takes two logins of an account at the same moment for an attack
        first.token(need.educator());
        second.token(need.educator());
    }

    @AfterEach
    void stopTheCopy() {
        copy.close();
    }

    @Test
    void shouldMakeOneReferralWhenBothCopiesAreAskedAtOnce() throws Exception {
        List<String> made = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<String>> asking = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                World asked = i % 2 == 0 ? first : second;
                asking.add(() -> submit(asked));
            }
            for (Future<String> answer : clients.invokeAll(asking)) {
                made.add(answer.get());
            }
        }
        assertThat(made).hasSize(CLIENTS).containsOnly(made.getFirst());
    }

    @Test
    void shouldKnowTheKeyAfterARestart() {
        String made = submit(second);
        stack.kill(Part.REFERRAL);
        stack.restart(Part.REFERRAL);
        assertThat(submit(first)).isEqualTo(made);
    }

    /** A client that is told "the same request is still running" asks again. */
    private String submit(World asked) {
        return await().atMost(PATIENCE).until(() -> submitted(asked), Objects::nonNull);
    }

    private String submitted(World asked) {
        ReferralLoop loop = new ReferralLoop(asked, need);
        try {
            loop.submit(key);
            return loop.referral();
        } catch (StoryFailed e) {
            if (e.getMessage().contains("request-running")) {
                return null;
            }
            throw e;
        }
    }

    private static World at(World world, URI service) {
        Place place = world.place();
        return new World(new Place(service, place.issuer(), place.mailSink()), Narrator.silent());
    }
}
