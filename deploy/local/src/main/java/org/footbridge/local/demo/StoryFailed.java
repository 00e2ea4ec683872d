package org.footbridge.local.demo;

/** The story did not go as it should; the message says where. */
public final class StoryFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoryFailed(String message) {
        super(message);
    }
}
