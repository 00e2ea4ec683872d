package org.footbridge.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How somebody wants to be told.
 *
 * @param language {@code null} for what the roster says
 * @param zone {@code null} for the district's
 * @param quiet {@code null} for none
 * @param digest {@code null} for every routine matter at once
 * @param channels of the topics that differ from what is usual
 */
public record Preferences(
        String language, ZoneId zone, QuietHours quiet, Digest digest, Map<NoticeTopic, Set<NoticeChannel>> channels) {

    /** Of somebody who has chosen nothing: routine matters in one mail on the morning of each working day. */
    public static final Preferences USUAL =
            new Preferences(null, null, null, new Digest(LocalTime.of(7, 0), Digest.Days.WEEKDAYS), Map.of());

    public Preferences {
        channels = Map.copyOf(channels);
    }

    public Set<NoticeChannel> channels(NoticeTopic topic) {
        return topic.maySilence() ? channels.getOrDefault(topic, topic.usual()) : topic.usual();
    }

    /** When a notice may go out on a channel: now, or after the quiet hours. */
    public Instant due(NoticeTopic topic, NoticeChannel channel, Instant now, ZoneId ofDistrict) {
        return quiet == null || !topic.maySilence() || !channel.disturbs()
                ? now
                : quiet.endAfter(now, zone(ofDistrict));
    }

    /** When the summary comes that a notice goes into; empty where it goes out by itself. */
    public Optional<Instant> summary(NoticeTopic topic, Instant now, ZoneId ofDistrict) {
        return topic.isRoutine()
                ? Optional.ofNullable(digest).map(chosen -> chosen.next(now, zone(ofDistrict)))
                : Optional.empty();
    }

    /** The same without a channel for a topic. */
    Preferences without(NoticeTopic topic, NoticeChannel channel) {
        Map<NoticeTopic, Set<NoticeChannel>> left = new EnumMap<>(NoticeTopic.class);
        left.putAll(channels);
        left.put(
                topic,
                Set.copyOf(
                        channels(topic).stream().filter(each -> each != channel).toList()));
        return new Preferences(language, zone, quiet, digest, left);
    }

    private ZoneId zone(ZoneId ofDistrict) {
        if (zone != null) {
            return zone;
        }
        return ofDistrict == null ? ZoneOffset.UTC : ofDistrict;
    }
}
