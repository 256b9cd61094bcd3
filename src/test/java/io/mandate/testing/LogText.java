package io.mandate.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, with what goes with it; Mandate's own code at its most talkative. */
public final class LogText extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("io.mandate");

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Level before = OURS.getLevel();

    /** Captures from now on. */
    public LogText() {
        setContext(ROOT.getLoggerContext());
        start();
        ROOT.addAppender(this);
        OURS.setLevel(Level.TRACE);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String trouble = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        events.add(event.getLoggerName() + " " + event.getThreadName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                + "\n" + trouble);
    }

    public List<String> events() {
        return events;
    }

    @Override
    public void close() {
        OURS.setLevel(before);
        ROOT.detachAppender(this);
        stop();
    }
}
