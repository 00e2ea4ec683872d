package org.footbridge.notification.preference;

import java.util.EnumSet;
import java.util.Set;

/** What a notice is about, as far as somebody may choose. */
public enum NoticeTopic {
    /** A crisis. Comes on every channel at any hour, and nobody can silence it. */
    SAFETY,
    /** A family's answer is asked for. */
    CONSENT,
    /** Something is late, or somebody has read in need. */
    ATTENTION,
    /** What a family is told. */
    NEWS,
    /** How a referral gets on; goes into the summary. */
    PROGRESS;

    public boolean maySilence() {
        return this != SAFETY;
    }

    /** Whether it can wait for a summary. */
    public boolean isRoutine() {
        return this == PROGRESS;
    }

    /** Where it comes in for somebody who has chosen nothing. Text messages cost their reader money and are asked for. */
    Set<NoticeChannel> usual() {
        return maySilence()
                ? EnumSet.of(NoticeChannel.IN_APP, NoticeChannel.EMAIL)
                : EnumSet.allOf(NoticeChannel.class);
    }
}
