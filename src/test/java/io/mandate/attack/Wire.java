package io.mandate.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends exactly these bytes, as no client of good manners would, and reads what comes back. */
final class Wire {

    private static final int PATIENCE = 30_000;

    private Wire() {}

    /** An answer; status zero where the connection was closed without one. */
    record Answer(int status, List<Map.Entry<String, String>> fields, String body) {

        List<String> all(String name) {
            return fields.stream().filter(one -> one.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).toList();
        }

        Optional<String> first(String name) {
            return all(name).stream().findFirst();
        }

        String location() {
            return first("Location").orElse("");
        }
    }

    /** A request in HTTP/1.1 for one answer. */
    static Answer send(int port, String requestLine, List<String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(requestLine).append("\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        head.append("Connection: close\r\n");
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return raw(port, all);
    }

    /** These bytes, whatever they are. */
    static Answer raw(int port, byte[] bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (SocketException refusedMeanwhile) {
                // The answer may be there all the same.
            }
            return parsed(everything(socket));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] everything(Socket socket) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(buffer); n >= 0; n = socket.getInputStream().read(buffer)) {
                read.write(buffer, 0, n);
            }
        } catch (SocketException reset) {
            // What was read until then counts.
        }
        return read.toByteArray();
    }

    private static Answer parsed(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, List.of(), text);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            fields.add(Map.entry(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
        }
        String body = text.substring(end + 4);
        boolean chunked = fields.stream().anyMatch(one -> one.getKey().equalsIgnoreCase("Transfer-Encoding"));
        byte[] plain = (chunked ? dechunked(body) : body).getBytes(StandardCharsets.ISO_8859_1);
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), fields, new String(plain, StandardCharsets.UTF_8));
    }

    private static String dechunked(String body) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int line = body.indexOf("\r\n", at);
            int size = line < 0 ? 0 : Integer.parseInt(body.substring(at, line).strip(), 16);
            if (size == 0) {
                break;
            }
            plain.append(body, line + 2, Math.min(line + 2 + size, body.length()));
            at = line + 2 + size + 2;
        }
        return plain.toString();
    }
}
