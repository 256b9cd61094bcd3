package io.mandate.mail;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * One thread ends what a mail server does not take in time; the library would start one for each mail. It is there as long as a mail
 * is being sent, also while Mandate stops, and ends by itself.
 */
@Component
class WriteTimeouts {

    WriteTimeouts(JavaMailSenderImpl smtp) {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread daemon = new Thread(work, "mail-timeouts");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.setKeepAliveTime(1, TimeUnit.MINUTES);
        thread.allowCoreThreadTimeOut(true);
        smtp.getJavaMailProperties().put("mail.smtp.executor.writetimeout", thread);
        smtp.getJavaMailProperties().put("mail.smtps.executor.writetimeout", thread);
    }
}
