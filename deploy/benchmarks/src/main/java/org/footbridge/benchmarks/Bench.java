package org.footbridge.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.footbridge.benchmarks.seed.SeedException;
import org.footbridge.common.testsupport.ServerStartException;

/** {@code deploy/bench NAME}: runs one bench and prints its result as one JSON object on the last line. */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws JsonProcessingException {
        Path root = Path.of(System.getProperty("footbridge.root", "."));
        String name = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        try {
            System.out.println(new ObjectMapper().writeValueAsString(run(root, name, rest)));
        } catch (BadOptions e) {
            fail(2, e);
        } catch (SeedException | ServerStartException e) {
            fail(1, e);
        }
    }

    private static Map<String, Object> run(Path root, String name, String[] rest) {
        return switch (name) {
            case "loop" -> new LoopBench(root).run();
            case "referral" -> new ReferralBench(root, SeedOptions.ofAMillion(rest)).run();
            case "directory" -> new DirectoryBench(root, SeedOptions.ofADirectory(rest)).run();
            case "memory" -> new MemoryBench(root).run();
            case "start" -> new StartBench(root).run();
            case "webhooks" -> new WebhookBench(root, WebhookOptions.parse(rest)).run();
            case "seed" -> new SeedBench(root, SeedOptions.parse(rest)).run();
            default ->
                throw new BadOptions("there is no '" + name
                        + "'; there are: directory [--services N --locations M], loop, memory, referral [--referrals N], start,"
                        + " webhooks [--small], seed --referrals N --services M");
        };
    }

    private static void fail(int code, Exception reason) {
        System.err.println("bench: " + reason.getMessage());
        System.exit(code);
    }
}
