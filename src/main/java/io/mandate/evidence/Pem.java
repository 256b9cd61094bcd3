package io.mandate.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads keys as {@code openssl} writes them (RFC 7468), from a text or a file. */
final class Pem {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private Pem() {}

    /**
     * The bytes of a key.
     *
     * @param label such as PRIVATE KEY
     * @param given the PEM itself, also where its lines were joined, or the path of a file with it
     * @throws IllegalArgumentException saying what is wrong, and nothing of the key
     */
    static byte[] read(String label, String given) {
        Matcher block = BLOCK.matcher(given.contains("-----BEGIN") ? given.replace("\\n", "\n") : file(given.strip()));
        if (!block.find() || !block.group(1).equals(label)) {
            throw new IllegalArgumentException("no PEM with a block " + label);
        }
        try {
            return Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""));
        } catch (IllegalArgumentException damaged) {
            throw new IllegalArgumentException("the PEM is damaged");
        }
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("neither a PEM nor the path of a file that can be read");
        }
    }
}
