package org.footbridge.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** {@code deploy/bench NAME}: runs one bench and prints its result as one JSON object on the last line. */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws JsonProcessingException {
        Path root = Path.of(System.getProperty("footbridge.root", "."));
        String name = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        Map<String, Object> result;
        switch (name) {
            case "loop" -> result = new LoopBench(root).run();
            case "seed" -> result = new SeedBench(root, SeedOptions.parse(rest)).run();
            default -> {
                System.err.println("bench: there is no '" + name + "'; there are: loop, seed --referrals N --services M");
                System.exit(2);
                return;
            }
        }
        System.out.println(new ObjectMapper().writeValueAsString(result));
    }
}
