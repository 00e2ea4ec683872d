package org.footbridge.notification.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.footbridge.common.queue.LostLeaseException;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.notification.inbox.Entry;
import org.footbridge.notification.mail.NoticeService.Open;
import org.footbridge.notification.mail.NoticeService.Receipt;
import org.footbridge.notification.mail.PostOffice.Parcel;
import org.footbridge.notification.mail.RecipientsClient.Recipient;
import org.footbridge.notification.mail.RecipientsClient.Recipients;
import org.footbridge.notification.preference.NoticeChannel;
import org.footbridge.notification.preference.PreferenceService;
import org.footbridge.notification.preference.Preferences;
import org.footbridge.notification.sms.PhoneNumbers;
import org.footbridge.notification.sms.SmsProvider;
import org.footbridge.notification.sms.SmsRefusedException;
import org.footbridge.notification.wording.Wording;
import org.jboss.logging.Logger;

/**
 * Tells each recipient on each channel that he or she wants, now, after the quiet hours, or in the next summary. What fails
 * for one person or channel holds up no other.
 */
@ApplicationScoped
class Teller {
    private static final Logger LOG = Logger.getLogger(Teller.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(20);
    private static final int RECORD_RETRIES = 8;

    private final NoticeService notices;
    private final PreferenceService preferences;
    private final PostOffice post;
    private final SmsProvider provider;
    private final PhoneNumbers numbers;
    private final Wording wording;
    private final Clock clock;

    Teller(
            NoticeService notices,
            PreferenceService preferences,
            PostOffice post,
            SmsProvider provider,
            PhoneNumbers numbers,
            Wording wording,
            Clock clock) {
        this.notices = notices;
        this.preferences = preferences;
        this.post = post;
        this.provider = provider;
        this.numbers = numbers;
        this.wording = wording;
        this.clock = clock;
    }

    /** One notice as it is to be told to one person. */
    private record Case(
            WorkItem work, Open open, Recipients answer, Recipient to, Letter letter, Preferences preferences) {

        UUID person() {
            return to.personId();
        }

        Notice notice() {
            return open.notice();
        }

        String language() {
            return Wording.language(preferences.language() == null ? to.language() : preferences.language());
        }
    }

    /** Where nobody is to be told, there is nobody who was not reached. */
    Uni<Told> tell(WorkItem work, Open open, Recipients answer) {
        Uni<Told> chain = Uni.createFrom().item(answer.recipients().isEmpty() ? Told.REACHED : Told.DONE);
        for (Recipient to : answer.recipients()) {
            chain = chain.chain(told -> tell(work, open, answer, to).map(told::and));
        }
        return chain;
    }

    private Uni<Told> tell(WorkItem work, Open open, Recipients answer, Recipient to) {
        Optional<Letter> letter = Letter.of(open.notice().event(), to.role());
        String silence = silence(to, letter);
        if (silence != null) {
            return open.isDoneWith(to.personId(), NoticeChannel.EMAIL)
                    ? Uni.createFrom().item(Told.DONE)
                    : suppress(open.notice(), to.personId(), NoticeChannel.EMAIL, silence);
        }
        return preferences
                .of(open.notice().tenantId(), to.personId())
                .chain(wanted -> tell(new Case(work, open, answer, to, letter.orElseThrow(), wanted)));
    }

    /** Why somebody is told nothing at all, {@code null} where he or she is. */
    private static String silence(Recipient to, Optional<Letter> letter) {
        if (!to.allowed() && !to.lacksAnAddress()) {
            return to.reason();
        }
        if (letter.isEmpty()) {
            return "NO_LETTER";
        }
        return letter.get().isCompleteFor(to) ? null : "INCOMPLETE";
    }

    private Uni<Told> tell(Case about) {
        Uni<Told> chain = Uni.createFrom().item(Told.DONE);
        for (NoticeChannel channel : NoticeChannel.values()) {
            boolean open = !about.open().isDoneWith(about.person(), channel);
            if (open && !(about.letter().isAskedFor() && channel != NoticeChannel.EMAIL)) {
                chain = chain.chain(told ->
                        guarded(about, channel, () -> tell(about, channel)).map(told::and));
            }
        }
        return chain;
    }

    private Uni<Told> tell(Case about, NoticeChannel channel) {
        if (!about.letter().isAskedFor()
                && !about.preferences().channels(about.letter().topic()).contains(channel)) {
            return suppress(about.notice(), about.person(), channel, "NOT_WANTED");
        }
        return switch (channel) {
            case IN_APP -> deposit(about);
            case EMAIL -> mail(about);
            case SMS -> text(about);
        };
    }

    private Uni<Told> deposit(Case about) {
        Notice notice = about.notice();
        Entry entry = new Entry(
                notice.tenantId(),
                about.person(),
                notice.eventId(),
                notice.event().type(),
                about.letter().topic(),
                about.letter().template(),
                about.language(),
                notice.referralId(),
                notice.placementId());
        return notices.deposit(notice, entry).replaceWith(Told.DONE);
    }

    private Uni<Told> mail(Case about) {
        if (about.to().lacksAnAddress()) {
            return suppress(about.notice(), about.person(), NoticeChannel.EMAIL, "NO_ADDRESS");
        }
        Instant now = clock.instant();
        Letter letter = about.letter();
        Optional<Instant> summary =
                about.preferences().summary(letter.topic(), now, about.answer().zoneOfDistrict());
        if (summary.isPresent()) {
            return notices.collect(about.notice(), about.person(), summary.get())
                    .replaceWith(Told.DONE);
        }
        Instant due = letter.isAskedFor()
                ? now
                : about.preferences()
                        .due(
                                letter.topic(),
                                NoticeChannel.EMAIL,
                                now,
                                about.answer().zoneOfDistrict());
        return due.isAfter(now) ? Uni.createFrom().item(Told.later(due)) : send(about);
    }

    /** Between the mail server's yes and the receipt nothing but one statement happens. */
    private Uni<Told> send(Case about) {
        return notices.hold(about.work())
                .chain(() -> post.send(parcel(about)))
                .ifNoItem()
                .after(LONGEST_SENDING)
                .fail()
                .chain(() -> record(about.notice(), Receipt.sent(about.person(), NoticeChannel.EMAIL)))
                .replaceWith(Told.REACHED);
    }

    private Uni<Told> text(Case about) {
        Optional<String> number = numbers.forTexts(about.to().phone());
        if (!provider.isOn() || number.isEmpty()) {
            String reason = provider.isOn() ? "NO_NUMBER" : "NO_PROVIDER";
            return suppress(about.notice(), about.person(), NoticeChannel.SMS, reason);
        }
        Instant now = clock.instant();
        Instant due = about.preferences()
                .due(
                        about.letter().topic(),
                        NoticeChannel.SMS,
                        now,
                        about.answer().zoneOfDistrict());
        if (due.isAfter(now)) {
            return Uni.createFrom().item(Told.later(due));
        }
        String words = wording.sms(about.letter().template(), about.language());
        return notices.hold(about.work())
                .chain(() -> provider.send(number.get(), words))
                .chain(() -> record(about.notice(), Receipt.sent(about.person(), NoticeChannel.SMS)))
                .replaceWith(Told.REACHED)
                .onFailure(SmsRefusedException.class)
                .recoverWithUni(refused -> suppress(about.notice(), about.person(), NoticeChannel.SMS, "REFUSED"));
    }

    private static Parcel parcel(Case about) {
        Map<String, Object> data = new HashMap<>();
        data.put("contact", about.answer().schoolContact());
        data.put("link", about.to().link());
        data.put("code", about.to().code());
        return new Parcel(
                about.letter(),
                about.notice().tenantId(),
                about.person(),
                about.to().address(),
                about.language(),
                about.notice().eventId() + "/" + about.person(),
                data);
    }

    private Uni<Told> suppress(Notice notice, UUID person, NoticeChannel channel, String reason) {
        return record(notice, Receipt.suppressed(person, channel, reason));
    }

    private Uni<Told> record(Notice notice, Receipt receipt) {
        return Uni.createFrom()
                .deferred(() -> notices.record(notice, receipt))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .atMost(RECORD_RETRIES)
                .replaceWith(Told.DONE);
    }

    /** Says the kind of failure only: a mail server's message may repeat the address. */
    private static Uni<Told> guarded(Case about, NoticeChannel channel, Supplier<Uni<Told>> telling) {
        return Uni.createFrom()
                .deferred(telling::get)
                .onFailure(failure -> !(failure instanceof LostLeaseException))
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "notice %s could not be told by %s (%s)",
                            about.notice().id(), channel, failure.getClass().getSimpleName());
                    return Told.FAILED;
                });
    }
}
