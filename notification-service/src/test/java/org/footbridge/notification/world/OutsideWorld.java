package org.footbridge.notification.world;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.footbridge.common.testsupport.FreePorts;

/**
 * What surrounds the service in its tests: a mail server, referral-service's answer about recipients, and permission to call
 * receivers on the loopback interface, whose certificate is trusted. Fields of these types in a test class are filled.
 */
public class OutsideWorld implements QuarkusTestResourceLifecycleManager {
    private GreenMail mail;
    private TlsKeys receiverKeys;
    private ReferralStub referral;
    private SmsServer texts;

    @Override
    public Map<String, String> start() {
        int port = FreePorts.next();
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        referral = ReferralStub.start();
        receiverKeys = TlsKeys.of("127.0.0.1");
        texts = SmsServer.start();
        return Map.ofEntries(
                Map.entry("footbridge.webhooks.allow-cidrs", "127.0.0.0/8"),
                Map.entry(
                        "footbridge.webhooks.added-authorities",
                        receiverKeys.certificateFile().toString()),
                Map.entry("footbridge.webhooks.timeout", "2s"),
                Map.entry("footbridge.webhooks.delivery.schedule", "0s,5s,5m,30m,2h,5h,10h,14h,20h,24h"),
                Map.entry("footbridge.queue.poll", "50ms"),
                Map.entry("footbridge.url.referral", referral.url()),
                Map.entry("footbridge.url.directory", referral.url()),
                Map.entry("quarkus.mailer.mock", "false"),
                Map.entry("quarkus.mailer.host", "127.0.0.1"),
                Map.entry("quarkus.mailer.port", Integer.toString(port)),
                Map.entry("footbridge.inbox.heartbeat", "1s"),
                Map.entry("footbridge.sms.url", texts.url()),
                Map.entry("footbridge.sms.account", "AC-test"),
                Map.entry("footbridge.sms.secret", "sms-secret"),
                Map.entry("footbridge.sms.from", "+13165550100"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(receiverKeys, new TestInjector.MatchesType(TlsKeys.class));
        injector.injectIntoFields(mail, new TestInjector.MatchesType(GreenMail.class));
        injector.injectIntoFields(texts, new TestInjector.MatchesType(SmsServer.class));
        injector.injectIntoFields(referral, new TestInjector.MatchesType(ReferralStub.class));
    }

    @Override
    public void stop() {
        mail.stop();
        referral.close();
        texts.close();
    }
}
