package org.footbridge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.footbridge.local.Stack;
import org.footbridge.local.demo.DemoDistrict;
import org.footbridge.local.demo.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The directory as a stranger's client sees it through the gateway; the check stands beside the project, where it does. */
@ExtendWith(RunningStack.class)
class HsdsConformanceE2ET {
    private static final Path CHECK =
            Path.of(System.getProperty("footbridge.root"), "../shared/checks/hsds-conformance");

    @Test
    void shouldSpeakHsds(Stack stack, World world) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHECK), "there is no " + CHECK);
        assumeTrue(canRun(), "python3 has not what the check needs");
        new DemoDistrict(world).prepare();
        Process check = new ProcessBuilder(CHECK.toString(), stack.gateway() + "/hsds")
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println("[hsds-conformance] " + said.strip());
        assertThat(check.waitFor()).as(said).isZero();
    }

    private static boolean canRun() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "import jsonschema, referencing")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
