package org.footbridge.notification.world;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.footbridge.common.testsupport.FreePorts;

/**
 * What surrounds the service in its tests: a mail server, referral-service's answer about recipients, and permission to call
 * receivers on the loopback interface. Fields of these types in a test class are filled.
 */
public class OutsideWorld implements QuarkusTestResourceLifecycleManager {
    private GreenMail mail;
    private ReferralStub referral;

    @Override
    public Map<String, String> start() {
        int port = FreePorts.next();
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        referral = ReferralStub.start();
        return Map.of(
                "footbridge.webhooks.allow-cidrs", "127.0.0.0/8",
                "footbridge.webhooks.timeout", "2s",
                "footbridge.webhooks.delivery.schedule", "0s,5s,5m,30m,2h,5h,10h,14h,20h,24h",
                "footbridge.queue.poll", "50ms",
                "footbridge.url.referral", referral.url(),
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(port));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(mail, new TestInjector.MatchesType(GreenMail.class));
        injector.injectIntoFields(referral, new TestInjector.MatchesType(ReferralStub.class));
    }

    @Override
    public void stop() {
        mail.stop();
        referral.close();
    }
}
