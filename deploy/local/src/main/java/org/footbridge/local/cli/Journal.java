package org.footbridge.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What the supervisor has said since its start, for its log and for whoever follows, late comers included. */
final class Journal {

    private static final int KEPT = 1_000;

    private final List<Message> messages = new ArrayList<>();
    private final List<BlockingQueue<Message>> followers = new ArrayList<>();

    void say(String text) {
        add(Message.say(text));
    }

    void complain(String text) {
        add(Message.complain(text));
    }

    synchronized void add(Message message) {
        switch (message.kind()) {
            case SAY -> System.out.println(message.text());
            case COMPLAIN -> System.err.println(message.text());
            case READY, EXIT -> System.out.flush();
        }
        messages.add(message);
        if (messages.size() > KEPT) {
            messages.removeFirst();
        }
        // unbounded queues: a follower that does not read must not hold up the supervisor
        followers.forEach(follower -> follower.add(message));
    }

    /** Everything said from now on, and before it what was said so far if {@code fromTheStart}. */
    synchronized BlockingQueue<Message> follow(boolean fromTheStart) {
        BlockingQueue<Message> queue = new LinkedBlockingQueue<>();
        if (fromTheStart) {
            queue.addAll(messages);
        }
        followers.add(queue);
        return queue;
    }

    synchronized void forget(BlockingQueue<Message> follower) {
        followers.removeIf(each -> each == follower);
    }
}
