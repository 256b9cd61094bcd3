package io.mandate.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings the file of checkpoints up to date, where the settings name one: whoever can write to the database could take checkpoints
 * away from there. What is in the file stays; on a second node, its own file is brought up to date when its turn comes.
 */
@Component
public class CheckpointFile {

    private static final int AT_ONCE = 500;
    private static final int LONGEST_LINE = 4000;

    private final EvidenceProperties settings;
    private final Checkpoints checkpoints;

    CheckpointFile(EvidenceProperties settings, Checkpoints checkpoints) {
        this.settings = settings;
        this.checkpoints = checkpoints;
    }

    /** Appends what is missing. Throws {@link UncheckedIOException} where the file cannot be written. */
    public void update() {
        settings.checkpoints().ifPresent(file -> {
            try {
                update(file);
            } catch (IOException failed) {
                throw new UncheckedIOException("mandate.evidence.checkpoint-file cannot be written: " + file, failed);
            }
        });
    }

    private void update(Path file) throws IOException {
        long last = last(file);
        List<Checkpoint> missing = checkpoints.after(last, AT_ONCE);
        while (!missing.isEmpty()) {
            Files.writeString(file, missing.stream().map(one -> one.published() + "\n").collect(Collectors.joining()),
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            last = missing.get(missing.size() - 1).number();
            missing = checkpoints.after(last, AT_ONCE);
        }
    }

    /** The number on the last whole line; a line that was cut off by a crash is ended, and stays as it is. */
    private static long last(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return 0;
        }
        String tail = tail(file);
        if (!tail.endsWith("\n")) {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
        List<String> lines = tail.lines().toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            try {
                return Checkpoint.read(lines.get(i)).number();
            } catch (IllegalArgumentException cut) {
                // The line before tells.
            }
        }
        return 0;
    }

    private static String tail(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(open.length(), 3L * LONGEST_LINE)];
            open.seek(open.length() - end.length);
            open.readFully(end);
            return new String(end, StandardCharsets.UTF_8);
        }
    }
}
