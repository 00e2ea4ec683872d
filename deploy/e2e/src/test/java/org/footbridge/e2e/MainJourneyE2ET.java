package org.footbridge.e2e;

import org.footbridge.local.demo.Story;
import org.footbridge.local.demo.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class MainJourneyE2ET {

    /** The story checks each of its steps itself; played twice, because a demo is played again on the same data. */
    @Test
    void shouldCloseTheLoopAgainAndAgain(World world) {
        new Story(world).play();
        new Story(world).play();
    }
}
