package io.mandate.mail;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sends mails for which nobody waits, so that no answer tells by its time whether there was one to send. Where a thousand wait
 * already, more are dropped: each kind of mail has threads of its own, so that a flood of one holds up no other.
 */
public final class SendingThreads extends ThreadPoolExecutor {

    private static final int THREADS = 2;
    private static final int WAITING = 1000;

    /** @param name of the threads, as the log shows it */
    public SendingThreads(String name) {
        super(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), work -> new Thread(work, name),
                new DiscardPolicy());
        allowCoreThreadTimeOut(true);
    }
}
