package org.footbridge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;
import org.footbridge.local.demo.Story;
import org.footbridge.local.demo.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After the story, nobody finds a child, a guardian or a concern on the bus, in a log or in a mail (decision 41). */
@ExtendWith(RunningStack.class)
class LeakE2ET {
    /** Names, contacts, concern and free text of the story's referral. */
    private static final List<String> CANARIES = List.of(
            "José", "Pepe", "Núñez", "García", "mnunez@example.org", "555-0100", "ANXIETY", "recess", "stu-1001");

    @Test
    void shouldKeepPersonsAndConcernsOutOfTopicsAndLogs(Stack stack, World world) throws IOException {
        new Story(world).play();

        List<String> records =
                Bus.everything(stack.bootstrapServers()).stream().map(Bus::text).toList();
        assertThat(records).as("the story was on the bus").anyMatch(one -> one.contains("referral.sent"));
        for (String canary : CANARIES) {
            assertThat(records).as("topics hold %s", canary).noneMatch(one -> one.contains(canary));
            for (Part service : Stream.of(Part.values()).filter(Part::isService).toList()) {
                String log = Files.readString(stack.log(service), StandardCharsets.UTF_8);
                assertThat(log.contains(canary))
                        .as("the log of %s holds %s", service, canary)
                        .isFalse();
            }
        }
    }
}
