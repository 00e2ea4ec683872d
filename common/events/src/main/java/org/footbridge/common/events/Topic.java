package org.footbridge.common.events;

import java.util.Arrays;
import java.util.Optional;

/** The Kafka topics of the suite, one per producing context. The record key is the aggregate's id, so order holds per aggregate. */
public enum Topic {
    REFERRAL("footbridge.referral.v1", "/referral-service"),
    ROSTER("footbridge.roster.v1", "/referral-service"),
    DIRECTORY("footbridge.directory.v1", "/directory-service"),
    FEEDBACK("footbridge.feedback.v1", "/feedback-service"),
    NOTIFICATION("footbridge.notification.v1", "/notification-service");

    /** Partitions of every topic (decision 22): an upper bound of consumers that can share the work. */
    public static final int PARTITIONS = 12;

    private final String topicName;
    private final String source;

    Topic(String topicName, String source) {
        this.topicName = topicName;
        this.source = source;
    }

    /** The topic of that name, without the suffix that tests add. */
    public static Optional<Topic> of(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }

    /** The name on the broker, without the suffix that tests add. */
    public String topicName() {
        return topicName;
    }

    /** Where records go that can never be processed; their reason is in the headers. */
    public String deadLetterName() {
        return topicName + ".dlq";
    }

    /** The CloudEvents {@code source} of the service that owns this topic. */
    public String source() {
        return source;
    }
}
