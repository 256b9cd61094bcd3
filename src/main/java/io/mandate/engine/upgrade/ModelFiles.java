package io.mandate.engine.upgrade;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which diagrams, tables and forms there are, each known by the digest of its content.
 *
 * @param digests by name
 */
record ModelFiles(SortedMap<String, String> digests) {

    static final ModelFiles NONE = new ModelFiles(new TreeMap<>());

    static ModelFiles of(Map<String, byte[]> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((name, content) -> digests.put(name, sha256(content)));
        return new ModelFiles(digests);
    }

    /** What {@link #manifest()} gave. */
    static ModelFiles parse(String manifest) {
        SortedMap<String, String> digests = new TreeMap<>();
        manifest.lines().forEach(line -> digests.put(line.substring(65), line.substring(0, 64)));
        return new ModelFiles(digests);
    }

    /** One line for each, its digest before its name. */
    String manifest() {
        return digests.entrySet().stream().map(file -> file.getValue() + " " + file.getKey()).collect(Collectors.joining("\n"));
    }

    /** One digest for all. */
    String digest() {
        return sha256(manifest().getBytes(StandardCharsets.UTF_8));
    }

    /** The names of those that the other has not, or otherwise, and of those that only the other has. */
    Set<String> differentFrom(ModelFiles other) {
        Set<String> names = new TreeSet<>(digests.keySet());
        names.addAll(other.digests.keySet());
        names.removeIf(name -> digests.getOrDefault(name, "").equals(other.digests.get(name)));
        return names;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
