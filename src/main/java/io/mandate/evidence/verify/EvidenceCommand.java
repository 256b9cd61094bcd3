package io.mandate.evidence.verify;

import io.mandate.evidence.Checkpoint;
import io.mandate.evidence.VerifyingKey;
import io.mandate.evidence.verify.Verification.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.DefaultApplicationArguments;

/**
 * What the jar does when it is started with the word {@code verify} or {@code export-evidence}: neither the engine nor the web
 * server starts, and nothing is written to the database.
 */
public final class EvidenceCommand {

    /** Everything is as it was written. */
    static final int FINE = 0;

    /** Something is not. */
    static final int WRONG = 1;

    /** It could not be looked at. */
    static final int UNKNOWN = 2;

    private static final String VERIFY = "verify";
    private static final String EXPORT = "export-evidence";
    private static final Set<String> OWN = Set.of("from", "to", "key", "checkpoints");
    private static final String USAGE = """
            verify             [--from=EXPORT] [--key=FILE …] [--checkpoints=FILE]
            export-evidence    --to=EXPORT

            Without --from, the database of the settings is verified; without --key, with the keys of the settings. A key file
            holds public keys as PEM or as a JSON Web Key Set. --checkpoints names a copy of the checkpoints that was kept elsewhere.
            """;

    private final DefaultApplicationArguments arguments;
    private final PrintStream out;

    private EvidenceCommand(String[] arguments, PrintStream out) {
        this.arguments = new DefaultApplicationArguments(arguments);
        this.out = out;
    }

    /** Whether the jar was started for this. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && Set.of(VERIFY, EXPORT).contains(arguments[0]);
    }

    /**
     * Does it.
     *
     * @return 0 where everything is as it was written, 1 where something is not, 2 where it could not be looked at
     */
    public static int run(String[] arguments, PrintStream out) {
        try {
            return new EvidenceCommand(arguments, out).run();
        } catch (UnreadableLedgerException | UncheckedIOException | IllegalArgumentException failed) {
            out.println(failed.getMessage());
            return UNKNOWN;
        }
    }

    private int run() {
        List<String> words = arguments.getNonOptionArgs();
        boolean export = words.get(0).equals(EXPORT);
        if (words.size() > 1 || export != arguments.containsOption("to") || export && arguments.containsOption("from")
                || OWN.stream().anyMatch(one -> arguments.containsOption(one) && values(one).isEmpty())) {
            out.println(USAGE);
            return UNKNOWN;
        }
        return export ? export(Path.of(values("to").get(0))) : verify();
    }

    private int export(Path to) {
        try (CommandSettings settings = CommandSettings.of(arguments.getSourceArgs()); Writer writer = Files.newBufferedWriter(to)) {
            new DatabaseLedger(settings.database()).pass(new LedgerExport(writer));
            out.println("Written to " + to + ". It holds personal data that Mandate would erase one day.");
            return FINE;
        } catch (IOException failed) {
            throw new UncheckedIOException(to + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private int verify() {
        try (CommandSettings settings = CommandSettings.of(arguments.getSourceArgs())) {
            List<VerifyingKey> keys = arguments.containsOption("key")
                    ? values("key").stream().map(Path::of).flatMap(file -> KeyFile.read(file).stream()).toList()
                    : settings.keys().all();
            if (keys.isEmpty()) {
                out.println("Name the public keys, with --key=FILE or by mandate.evidence.signing-key and earlier-keys.");
                return UNKNOWN;
            }
            Verification verification = new Verification(keys, copies());
            Ledger ledger = arguments.containsOption("from") ? new FileLedger(Path.of(values("from").get(0)))
                    : new DatabaseLedger(settings.database());
            ledger.pass(verification);
            return tell(verification.report());
        }
    }

    private List<Checkpoint> copies() {
        List<Checkpoint> copies = new ArrayList<>();
        for (String file : arguments.containsOption("checkpoints") ? values("checkpoints") : List.<String>of()) {
            try {
                Files.readAllLines(Path.of(file)).stream().filter(line -> !line.isBlank()).map(Checkpoint::read).forEach(copies::add);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new UnreadableLedgerException(file + " is no file of checkpoints: " + unreadable.getMessage());
            }
        }
        return copies;
    }

    private int tell(Report report) {
        report.findings().forEach(out::println);
        if (report.wrong() > report.findings().size()) {
            out.println("… and " + (report.wrong() - report.findings().size()) + " more");
        }
        out.println(report.entries() + " entries in " + report.chains() + " chains, " + report.checkpoints() + " checkpoints; persons were erased from "
                + report.erased() + " entries.");
        out.println(report.wrong() == 0 ? "Everything is as it was written." : report.wrong() + " findings: NOT everything is as it was written.");
        return report.wrong() == 0 ? FINE : WRONG;
    }

    private List<String> values(String option) {
        List<String> values = arguments.getOptionValues(option);
        return values == null ? List.of() : values.stream().filter(one -> !one.isBlank()).toList();
    }
}
