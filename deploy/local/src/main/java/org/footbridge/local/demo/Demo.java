package org.footbridge.local.demo;

/** {@code deploy/demo}: plays the main job against the running local stack and leaves the stack running. */
public final class Demo {
    private Demo() {}

    public static void main(String[] args) {
        Narrator narrator = new Narrator(System.out);
        try {
            new Story(new World(Place.local(), narrator)).play();
        } catch (StoryFailed e) {
            System.err.println("demo: " + e.getMessage());
            System.exit(1);
        }
        narrator.step("The loop is closed. The stack goes on running: look around, or play it again.");
    }
}
