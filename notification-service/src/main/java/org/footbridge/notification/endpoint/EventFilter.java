package org.footbridge.notification.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.events.Topic;

/**
 * Which events an endpoint wants: public names, or a wildcard for a whole family such as {@code referral.*}, or {@code *}.
 */
public final class EventFilter {
    private static final String ALL = "*";
    private static final String FAMILY = ".*";

    /** What waits for an agency in the directory. */
    private static final Set<EventType> OF_DIRECTORY = Set.of(EventType.CONTACT_REQUESTED, EventType.VERIFICATION_DUE);

    /** What an endpoint may hear of, by its public name (decision 23): everything about referrals, and nothing else of the school. */
    private static final Set<String> KNOWN = Arrays.stream(EventType.values())
            .filter(type -> OF_DIRECTORY.contains(type)
                    || type.topic() == Topic.REFERRAL && type.payload() == ReferralSnapshot.class)
            .map(EventType::publicName)
            .collect(Collectors.toUnmodifiableSet());

    private EventFilter() {}

    /** Whether the pattern can ever match. */
    public static boolean isKnown(String pattern) {
        return KNOWN.stream().anyMatch(name -> matches(pattern, name));
    }

    /** Whether only agencies ever hear of it. */
    public static boolean isForAgenciesOnly(EventType type) {
        return OF_DIRECTORY.contains(type);
    }

    /** Whether one of the patterns wants the event. */
    public static boolean wants(List<String> patterns, String publicName) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, publicName));
    }

    private static boolean matches(String pattern, String publicName) {
        return pattern.equals(ALL)
                || pattern.equals(publicName)
                || pattern.endsWith(FAMILY) && publicName.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
