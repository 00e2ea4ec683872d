package org.footbridge.referral.consent.electronic;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.consent.AuthMethod;
import org.footbridge.referral.consent.Consent;
import org.footbridge.referral.consent.ConsentService;
import org.footbridge.referral.consent.Method;
import org.footbridge.referral.consent.Signature;
import org.footbridge.referral.consent.electronic.Shown.Message;
import org.footbridge.referral.consent.electronic.Shown.Step;
import org.footbridge.referral.referral.ReferralCommand;

/** Takes what a signer, whose identity was checked, has decided. */
@ApplicationScoped
class Answers {
    private final ConsentRequestRepository requests;
    private final ConsentService consents;
    private final CaseFiles files;
    private final Words words;
    private final Clock clock;

    Answers(ConsentRequestRepository requests, ConsentService consents, CaseFiles files, Words words, Clock clock) {
        this.requests = requests;
        this.consents = consents;
        this.files = files;
        this.words = words;
        this.clock = clock;
    }

    /** What was decided; {@code name} and {@code agreed} are of use for SIGN alone. */
    record Given(Decision decision, String name, boolean agreed, String language) {
        private static final int SHORTEST = 2;
        private static final int LONGEST = 200;

        boolean isSignature() {
            String typed = name == null ? "" : name.strip();
            return agreed
                    && typed.length() >= SHORTEST
                    && typed.length() <= LONGEST
                    && typed.chars().noneMatch(Character::isISOControl);
        }
    }

    /** The button that was pressed. */
    enum Decision {
        SIGN,
        REFUSE,
        REVOKE
    }

    Uni<Shown> take(Visit visit, Given given) {
        boolean mayAnswer = visit.mayAnswer(clock.instant());
        if (given.decision() == Decision.SIGN && mayAnswer) {
            return given.isSignature()
                    ? sign(visit, given)
                    : Uni.createFrom().item(new Shown(Step.ASK, Message.NOT_SIGNED, visit));
        }
        if (given.decision() == Decision.REFUSE && mayAnswer) {
            return refuse(visit);
        }
        if (given.decision() == Decision.REVOKE && visit.mayRevoke(clock.instant())) {
            return consents.takeBack(visit.file(), visit.consent().id(), visit.actor())
                    .map(consent -> new Shown(Step.DONE, Message.REVOKED, visit));
        }
        return Uni.createFrom().item(new Shown(Step.ASK, Message.NONE, visit));
    }

    private Uni<Shown> sign(Visit visit, Given given) {
        Instant now = clock.instant();
        byte[] paper = paper(visit, given, now);
        return consents.give(visit.file(), terms(visit, paper, now), visit.actor())
                .call(consent -> Panache.getSession()
                        .chain(session -> session.persist(
                                ConsentDocument.of(visit.signer().tenantId(), consent, paper, now)))
                        .invoke(() -> {
                            visit.signer().signed(consent.id(), now);
                            visit.request().close(RequestState.SIGNED, now);
                        })
                        .chain(requests::flush))
                .map(consent -> new Shown(Step.DONE, Message.SIGNED, visit.after(consent)));
    }

    private byte[] paper(Visit visit, Given given, Instant now) {
        String language = words.language(given.language());
        Map<String, String> text = words.of(language);
        return Paper.write(
                text,
                language,
                Wording.of(visit, words, language),
                new Paper.Signed(
                        given.name().strip(),
                        visit.who().name(),
                        text.get("role_" + visit.signer().role()),
                        words.moment(now.atZone(visit.known().district().zone()), language)));
    }

    private static Consent.Terms terms(Visit visit, byte[] paper, Instant now) {
        ConsentRequest request = visit.request();
        return new Consent.Terms(
                request.recipientAgencyId(),
                request.scope(),
                request.purpose(),
                new Signature(
                        Method.ELECTRONIC_LINK,
                        visit.signer().personId(),
                        visit.signer().role(),
                        visit.today(now),
                        LinkSecrets.hash(paper),
                        AuthMethod.CODE_TO_ADDRESS,
                        now),
                request.expiresOn());
    }

    /** The referral waits on as long as somebody with the right to consent has not refused. */
    private Uni<Shown> refuse(Visit visit) {
        Instant now = clock.instant();
        visit.signer().refused(now);
        return requests.flush()
                .chain(() -> requests.ofReferral(
                        visit.signer().tenantId(), visit.file().referral().id()))
                .chain(all -> requests.signers(
                        visit.signer().tenantId(),
                        all.stream().map(ConsentRequest::id).toList()))
                .chain(asked -> {
                    closeWhenAllRefused(visit, asked, now);
                    return everybodyRefused(visit, asked)
                            ? files.record(visit.file(), visit.file().consentRefused(null, visit.actor(), now))
                            : requests.flush().replaceWith(visit.file());
                })
                .map(file -> new Shown(Step.DONE, Message.REFUSED, visit));
    }

    private static void closeWhenAllRefused(Visit visit, List<ConsentSigner> asked, Instant now) {
        boolean all = asked.stream()
                .filter(signer -> signer.requestId().equals(visit.request().id()))
                .allMatch(signer -> signer.state() == SignerState.REFUSED);
        if (all) {
            visit.request().close(RequestState.REFUSED, now);
        }
    }

    private static boolean everybodyRefused(Visit visit, List<ConsentSigner> asked) {
        return visit.file().referral().allowed().contains(ReferralCommand.REFUSE_CONSENT)
                && visit.known().all().stream().filter(Addressee::hasRights).allMatch(entitled -> asked.stream()
                        .anyMatch(signer -> entitled.is(signer.personId(), signer.role())
                                && signer.state() == SignerState.REFUSED));
    }
}
