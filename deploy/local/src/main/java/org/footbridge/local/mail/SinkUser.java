package org.footbridge.local.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** The one mailbox of the sink, which keeps nothing: {@link MailSink} has the mail already, with its envelope. */
enum SinkUser implements GreenMailUser {
    INSTANCE;

    @Override
    public String getEmail() {
        return "sink@localhost";
    }

    @Override
    public String getLogin() {
        return "sink";
    }

    @Override
    public void deliver(MovingMessage message) {
        // kept by MailSink
    }

    @Override
    public void deliver(MimeMessage message) {
        // kept by MailSink
    }

    @Override
    public void create() {
        // has no mailbox
    }

    @Override
    public void delete() {
        // has no mailbox
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        // nobody logs in
    }

    @Override
    public void authenticate(String password) {
        // nobody logs in
    }

    @Override
    public String getQualifiedMailboxName() {
        return "sink";
    }
}
