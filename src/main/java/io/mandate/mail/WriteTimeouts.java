package io.mandate.mail;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** One thread ends what a mail server does not take in time; the library would start one for each mail. */
@Component
class WriteTimeouts implements DisposableBean {

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread daemon = new Thread(work, "mail-timeouts");
        daemon.setDaemon(true);
        return daemon;
    });

    WriteTimeouts(JavaMailSenderImpl smtp) {
        thread.setRemoveOnCancelPolicy(true);
        smtp.getJavaMailProperties().put("mail.smtp.executor.writetimeout", thread);
        smtp.getJavaMailProperties().put("mail.smtps.executor.writetimeout", thread);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
