package io.mandate.provisioning.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes a connection and does with it what no service should. */
final class HostileEndpoint implements AutoCloseable {

    enum Way {
        /** Never answers. */
        SILENT,
        /** Sends a byte now and then. */
        DRIPPING,
        /** Sends as much as it can, for ever. */
        ENDLESS,
        /** Speaks something else. */
        GARBAGE
    }

    private static final byte[] HEADERS =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();

    HostileEndpoint(Way way) throws IOException {
        work.submit(() -> {
            Socket caller = server.accept();
            caller.getInputStream().read();
            OutputStream out = caller.getOutputStream();
            switch (way) {
                case SILENT -> { }
                case GARBAGE -> {
                    out.write("secret of theirs\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII));
                    caller.close();
                }
                case DRIPPING -> {
                    out.write(HEADERS);
                    // Ends by itself once the caller is gone: the write fails.
                    drops.scheduleAtFixedRate(() -> drop(out), 0, 50, TimeUnit.MILLISECONDS);
                }
                case ENDLESS -> {
                    out.write(HEADERS);
                    while (!server.isClosed()) {
                        out.write(HEADERS);
                    }
                }
            }
            return null;
        });
    }

    private static void drop(OutputStream out) {
        try {
            out.write(' ');
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        server.close();
        work.shutdownNow();
        drops.shutdownNow();
    }
}
