package io.mandate.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A port on this machine that leads to another, and can be cut, silenced and slowed down in between. */
final class Wire implements AutoCloseable {

    private static final int CHUNK = 8192;
    private static final int NOTICED_MILLIS = 60_000;

    /** How it is between the two ends. */
    enum State {
        SOUND,
        /** What is connected is reset, and so is who connects. */
        CUT,
        /** Nothing arrives any more, in either direction, and nobody is told. */
        SILENT,
        /** Each piece arrives late. */
        SLOW
    }

    private record Link(Socket from, Socket to) {}

    private final String name;
    private final ServerSocket port;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Set<Link> forgotten = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(Wire::daemon);
    private volatile State state = State.SOUND;
    private volatile int delayMillis;

    Wire(String name, int target) throws IOException {
        this.name = name;
        this.target = target;
        this.port = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return port.getLocalPort();
    }

    void be(State next) {
        become(next);
        if (next == State.CUT) {
            resetAll();
        }
    }

    /** Each piece arrives up to so many milliseconds late. */
    void slowDown(int millis) {
        delayMillis = millis;
        become(State.SLOW);
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    /** Resets what is connected; whoever connects again gets through. */
    void resetAll() {
        links.forEach(this::reset);
    }

    /**
     * Nothing arrives on what is connected by now, ever, as after a failover; whoever connects anew gets through. The far end finds
     * out after a while, as its TCP keepalive makes it; the near end is told nothing.
     */
    void forgetAll() {
        Set<Link> dead = Set.copyOf(links);
        forgotten.addAll(dead);
        later.schedule(() -> dead.forEach(link -> reset(link.to())), NOTICED_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void accept() {
        while (!port.isClosed()) {
            try {
                Socket from = port.accept();
                start(() -> connect(from));
            } catch (IOException closed) {
                // Closed, as the loop finds out; or the one who connected is gone.
            }
        }
    }

    private void connect(Socket from) {
        Socket to = new Socket();
        Link link = new Link(from, to);
        links.add(link);
        try {
            if (state == State.CUT) {
                throw new IOException("Cut");
            }
            to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            start(() -> pass(link, from, to));
            pass(link, to, from);
        } catch (IOException unreachable) {
            reset(link);
            links.remove(link);
        }
    }

    private void pass(Link link, Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                hold(link);
                out.write(chunk, 0, read);
                out.flush();
            }
            hold(link);
            close(link);
        } catch (IOException broken) {
            reset(link);
        } finally {
            links.remove(link);
        }
    }

    /** Holds back what is to be passed on: until its time has come where the wire is slow, until it is sound again where it is silent. */
    private synchronized void hold(Link link) {
        try {
            if (state == State.SLOW && delayMillis > 0) {
                wait(1 + ThreadLocalRandom.current().nextInt(delayMillis));
            }
            while (state == State.SILENT || forgotten.contains(link)) {
                wait();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Closes both ends so that they see an error and no end. */
    private void reset(Link link) {
        if (!forgotten.contains(link)) {
            reset(link.from());
            reset(link.to());
        }
    }

    private static void reset(Socket end) {
        try {
            end.setSoLinger(true, 0);
            end.close();
        } catch (IOException closed) {
            // It is gone already.
        }
    }

    private static void close(Link link) throws IOException {
        link.from().close();
        link.to().close();
    }

    private void start(Runnable work) {
        Thread thread = daemon(work);
        thread.setName("wire to " + name);
        thread.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        later.shutdownNow();
        port.close();
        resetAll();
    }
}
