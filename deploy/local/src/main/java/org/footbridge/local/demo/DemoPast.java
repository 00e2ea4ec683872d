package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Thirty finished referrals, made through the API, so that figures have something to say. */
final class DemoPast {
    /** By home language; the group of 3 is too small to be shown to anybody. */
    private static final Map<String, Integer> FINISHED = Map.of("en", 15, "es", 12, "vi", 3);

    private static final int AT_ONCE = 4;
    private static final int LONGEST_WAIT_DAYS = 40;

    private final World world;
    private final String service;

    DemoPast(World world, String service) {
        this.world = world;
        this.service = service;
    }

    /** Makes those that are missing. */
    void ensure() {
        Map<String, Integer> missing = new HashMap<>(FINISHED);
        Referrals.finished(world)
                .forEach(one -> missing.merge(one.at("/homeLanguage").asText(), -1, Integer::sum));
        missing.values().removeIf(count -> count <= 0);
        int total = missing.values().stream().mapToInt(Integer::intValue).sum();
        if (total > 0) {
            world.narrator().quietly(() -> make(missing));
        }
        world.narrator().seen(total + " made now; 15 of English-, 12 of Spanish-, 3 of Vietnamese-speaking families");
    }

    private void make(Map<String, Integer> missing) {
        Map<String, JsonNode> students = Students.of(world);
        List<ReferralLoop.Need> needs = new ArrayList<>();
        missing.forEach((language, count) -> {
            for (int i = 0; i < count; i++) {
                int waiting = 1 + (i * 7 + language.charAt(0)) % LONGEST_WAIT_DAYS;
                needs.add(new ReferralLoop.Need(
                        World.HIGH_SCHOOL_EDUCATOR,
                        students.get(i % 2 == 0 ? "stu-1002" : "stu-1003")
                                .at("/id")
                                .asText(),
                        language,
                        "PRIVATE",
                        service,
                        waiting));
            }
        });
        run(needs);
    }

    private void run(List<ReferralLoop.Need> needs) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            needs.forEach(need -> running.add(workers.submit(new ReferralLoop(world, need)::wholeWay)));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted");
        } catch (ExecutionException e) {
            throw new StoryFailed("a finished referral could not be made: " + e.getCause());
        }
    }
}
