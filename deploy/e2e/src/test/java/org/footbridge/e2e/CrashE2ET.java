package org.footbridge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.footbridge.common.testsupport.LocalServer;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;
import org.footbridge.local.demo.Api;
import org.footbridge.local.demo.DemoDistrict;
import org.footbridge.local.demo.ReferralLoop;
import org.footbridge.local.demo.StoryFailed;
import org.footbridge.local.demo.WebhookReceiver;
import org.footbridge.local.demo.Webhooks;
import org.footbridge.local.demo.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kills parts with SIGKILL at the four points of decision 40; afterwards the auditor finds nothing lost or doubled. */
@ExtendWith(RunningStack.class)
class CrashE2ET {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int AT_ONCE = 4;

    /** A minute of lease, and what it takes to see it. */
    private static final Duration LEASES_END = Duration.ofSeconds(120);

    private Stack stack;
    private World world;
    private WebhookReceiver receiver;
    private Auditor auditor;
    private ReferralLoop.Need need;

    @BeforeEach
    void openTheDistrictAndTheReceiver(Stack running, World someWorld) {
        stack = running;
        world = someWorld;
        new DemoDistrict(world).prepare();
        need = DemoDistrict.someNeed(world);
        receiver = new WebhookReceiver();
        Webhooks.register(world, receiver);
        auditor = new Auditor(stack, world, receiver, Instant.now());
    }

    @AfterEach
    void closeTheReceiver() {
        receiver.close();
    }

    /** Point 1: the client never hears of a commit, asks again with its key, and there is still one referral. */
    @Test
    void shouldMakeOneReferralWhenTheServiceDiesBetweenCommitAndAnswer() throws Exception {
        assertOneReferralAlthough(Part.REFERRAL);
    }

    /** Point 1, at the door: the client cannot know whether its request came through, and asks again. */
    @Test
    void shouldMakeOneReferralWhenTheGatewayDiesBetweenCommitAndAnswer() throws Exception {
        assertOneReferralAlthough(Part.GATEWAY);
    }

    private void assertOneReferralAlthough(Part dies) throws Exception {
        int before = auditor.audit().referralStates().size();
        String key = UUID.randomUUID().toString();
        try (ExecutorService client = Executors.newSingleThreadExecutor()) {
            Future<String> answer;
            try (Standstill commit = Standstill.afterCommit(stack, Part.REFERRAL)) {
                answer = client.submit(() -> submitted(key));
                commit.awaitArrival();
                stack.kill(dies);
            }
            stack.restart(dies);
            assertThat(answer.get()).isNotEmpty();
        }
        assertThat(auditor.audit().referralStates()).hasSize(before + 1);
        assertNothingLostOrDoubled();
    }

    /** Point 2: the change is committed, the broker is away, and the service dies with the event in its outbox. */
    @Test
    void shouldRelayAfterTheServiceDiedWithAFullOutbox() throws Exception {
        ReferralLoop loop = new ReferralLoop(world, need);
        stack.kill(Part.KAFKA);
        loop.submit();
        loop.triageAndConsent();
        stack.kill(Part.REFERRAL);
        stack.restart(Part.KAFKA);
        stack.restart(Part.REFERRAL);
        untilAnswered(() -> {
            loop.send();
            return loop.placement();
        });
        assertNothingLostOrDoubled();
    }

    /** Point 3: the event was read, its effect is not committed. */
    @Test
    void shouldCountOnceWhenTheConsumerOfFiguresDies() throws Exception {
        dieInConsumer(Part.FEEDBACK, () -> submitted(UUID.randomUUID().toString()));
    }

    @Test
    void shouldTellOnceWhenTheConsumerOfNewsDies() throws Exception {
        ReferralLoop loop = new ReferralLoop(world, need);
        loop.submit();
        loop.triageAndConsent();
        dieInConsumer(Part.NOTIFICATION, loop::send);
    }

    @Test
    void shouldKnowTheRoomAfterItDiedWhileTheDirectoryTold() throws Exception {
        dieInConsumer(Part.REFERRAL, () -> stateRoom(5));
    }

    private void dieInConsumer(Part consumer, Runnable cause) throws Exception {
        try (Standstill effect = Standstill.inConsumer(stack, consumer)) {
            cause.run();
            effect.awaitArrival();
            stack.kill(consumer);
        }
        stack.restart(consumer);
        assertNothingLostOrDoubled();
    }

    /** At any point: clients work, and the service dies in the middle. */
    @Test
    void shouldMakeEachReferralOnceWhenTheServiceDiesUnderLoad() throws Exception {
        crashWhile(Part.REFERRAL, () -> submitted(UUID.randomUUID().toString()));
        assertNothingLostOrDoubled();
    }

    /** Point 4: the sender of webhooks dies while the agency's server has not answered yet. */
    @Test
    void shouldDeliverAgainWhenTheSenderDiesInAWebhook() throws Exception {
        receiver.holdAnswers();
        ReferralLoop loop = new ReferralLoop(world, need);
        loop.submit();
        loop.triageAndConsent();
        loop.send();
        await().atMost(PATIENCE).until(() -> receiver.held() > 0);
        stack.kill(Part.NOTIFICATION);
        receiver.releaseAnswers();
        stack.restart(Part.NOTIFICATION);
        assertNothingLostOrDoubled();
    }

    /** Point 4 with two senders: nobody is started again, the other one takes over when the leases of the dead one end. */
    @Test
    void shouldDeliverThroughTheOtherSenderWhenOneOfTwoDiesInAWebhook() throws Exception {
        try (LocalServer copy = stack.startCopy(Part.NOTIFICATION)) {
            assertThat(copy.isAlive()).isTrue();
            receiver.holdAnswers();
            for (int i = 0; i < 4; i++) {
                ReferralLoop loop = new ReferralLoop(world, need);
                loop.submit();
                loop.triageAndConsent();
                loop.send();
            }
            await().atMost(PATIENCE).until(() -> receiver.held() > 0);
            stack.kill(Part.NOTIFICATION);
            receiver.releaseAnswers();
            await().atMost(LEASES_END).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(findings())
                    .isEmpty());
        } finally {
            stack.restart(Part.NOTIFICATION);
        }
    }

    /** The database and the broker are restarted while a webhook is out. */
    @Test
    void shouldDeliverAlthoughDatabaseAndBrokerWereRestartedMeanwhile() throws Exception {
        receiver.holdAnswers();
        ReferralLoop loop = new ReferralLoop(world, need);
        loop.submit();
        loop.triageAndConsent();
        loop.send();
        await().atMost(PATIENCE).until(() -> receiver.held() > 0);
        stack.kill(Part.KAFKA);
        stack.restart(Part.KAFKA);
        stack.kill(Part.POSTGRES);
        stack.restart(Part.POSTGRES);
        receiver.releaseAnswers();
        assertNothingLostOrDoubled();
    }

    /** Point 1 of the directory: an agency says how much room it has, hears nothing, and says it again. */
    @Test
    void shouldKnowTheRoomThatWasStatedLastWhenTheDirectoryDies() throws Exception {
        try (ExecutorService client = Executors.newSingleThreadExecutor()) {
            Future<?> stated;
            try (Standstill commit = Standstill.afterCommit(stack, Part.DIRECTORY)) {
                stated = client.submit(() -> stateRoom(7));
                commit.awaitArrival();
                stack.kill(Part.DIRECTORY);
            }
            stack.restart(Part.DIRECTORY);
            stated.get();
        }
        assertNothingLostOrDoubled();
        assertThat(auditor.audit().knownCapacities().get(UUID.fromString(need.service())))
                .startsWith("HAS_CAPACITY/7/");
    }

    /** Point 2 of the directory: the change is committed, the broker is away, and the service dies. */
    @Test
    void shouldTellOfTheRoomAfterTheDirectoryDiedWithAFullOutbox() throws Exception {
        stack.kill(Part.KAFKA);
        stateRoom(4);
        stack.kill(Part.DIRECTORY);
        stack.restart(Part.KAFKA);
        stack.restart(Part.DIRECTORY);
        assertNothingLostOrDoubled();
    }

    private void stateRoom(int places) {
        Api agency = world.as(World.AGENCY_STAFF);
        String path = "/api/v1/directory/services/" + need.service() + "/capacity";
        untilAnswered(() -> agency.put(
                        path,
                        Map.of("status", "HAS_CAPACITY", "available", places, "waitDays", 0),
                        agency.get(path).expect(200).etag())
                .expect(200)
                .text());
    }

    private String submitted(String key) {
        return untilAnswered(() -> {
            ReferralLoop loop = new ReferralLoop(world, need);
            loop.submit(key);
            return loop.referral();
        });
    }

    /** Lets clients work, kills the part in the middle, starts it again, and lets them finish. */
    private void crashWhile(Part part, Runnable work) throws InterruptedException, ExecutionException {
        int each = 3;
        AtomicInteger finished = new AtomicInteger();
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                running.add(clients.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        work.run();
                        finished.incrementAndGet();
                    }
                }));
            }
            await().atMost(PATIENCE).until(() -> finished.get() > 1);
            stack.kill(part);
            stack.restart(part);
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private interface Step {
        String take();
    }

    /** What a well-made client does: it asks again while nobody answers (cut connection, 502, 503, 504). */
    private static String untilAnswered(Step step) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> answerOrNull(step), answer -> answer != null);
    }

    private static String answerOrNull(Step step) {
        try {
            return step.take();
        } catch (UncheckedIOException e) {
            return null;
        } catch (StoryFailed e) {
            if (e.getMessage().matches("(?s).*but got (409|412|50[234]).*")) {
                return null;
            }
            throw e;
        }
    }

    private void assertNothingLostOrDoubled() {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(findings())
                .isEmpty());
    }

    private List<String> findings() throws SQLException {
        return auditor.audit().findings();
    }
}
