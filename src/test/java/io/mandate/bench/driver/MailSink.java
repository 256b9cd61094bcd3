package io.mandate.bench.driver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A mail server that takes everything at once and keeps for each address what is waited for: that it came, its link or its code. */
public final class MailSink implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sink");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, BlockingQueue<String>> waiting = new ConcurrentHashMap<>();
    private final LongAdder taken = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    public MailSink() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Waits for the next mail to an address and takes it: gives its link's token, its code, or nothing. */
    public String next(String address) {
        try {
            String mail = queue(address).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (mail == null) {
                throw new IllegalStateException("No mail came to " + address);
            }
            return mail;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Keeps nothing more for an address. */
    public void forget(String address) {
        waiting.remove(address);
    }

    /** How long mails are on average, in bytes. */
    public long averageLength() {
        return bytes.sum() / Math.max(1, taken.sum());
    }

    private BlockingQueue<String> queue(String address) {
        return waiting.computeIfAbsent(address, none -> new LinkedBlockingQueue<>());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            String recipient = "";
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                if (command.equals("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, "250 OK");
                } else if (command.equals("DATA")) {
                    say(out, "354 go on");
                    ReceivedMail mail = ReceivedMail.read(in);
                    taken.increment();
                    bytes.add(mail.length());
                    // Whoever waits may go on before the sender knows, as in life.
                    queue(recipient).add(mail.secret());
                    say(out, "250 OK");
                } else if (command.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 OK");
                }
            }
        } catch (IOException broken) {
            // The application was stopped.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
    }
}
