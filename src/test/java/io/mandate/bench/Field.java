package io.mandate.bench;

import io.mandate.bench.driver.MailSink;
import io.mandate.bench.driver.PageDriving;
import io.mandate.bench.driver.StepDriving;
import io.mandate.bench.machine.Application;
import io.mandate.bench.machine.Database;
import io.mandate.testing.PackagedJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Starts what is measured, each in a process and with a database of its own, and stops it. */
final class Field implements AutoCloseable {

    static final Path WORK = Path.of("target/bench").toAbsolutePath();

    private final List<AutoCloseable> started = new ArrayList<>();
    private final Path directory;
    private final Path classes;
    private final String kind;
    final MailSink mails;

    Field(String kind) {
        this.kind = kind;
        this.directory = WORK.resolve(kind);
        this.classes = WORK.resolve("classes");
        try {
            FileSystemUtils.deleteRecursively(directory);
            Files.createDirectories(directory);
            // Only what belongs to the benchmark: other tests leave components that an application would find by scanning.
            copy(Path.of("target/test-classes/io/mandate/bench"), classes.resolve("io/mandate/bench"));
            copy(Path.of("target/test-classes/bench"), classes.resolve("bench"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        this.mails = keep(new MailSink());
    }

    /** A new, empty database. */
    Database database(String name) {
        return database(name, Database.LIKE_POSTGRESQL);
    }

    private Database database(String name, String modeOfH2) {
        return keep(kind.equals("h2") ? Database.h2(directory, name, modeOfH2) : Database.postgresql());
    }

    Contender mandate(int clients) {
        Database database = database("mandate");
        Application application = mandate("mandate", database);
        return new Contender("Mandate", application, database, new StepDriving(application.port(), clients, mails));
    }

    Contender ordinary(int clients) {
        Database database = database("ordinary", "");
        Application application = opponent("ordinary", "io.mandate.bench.ordinary.OrdinaryUnderTest", database, "ordinary", true);
        return new Contender("ordinary set-up", application, database, new StepDriving(application.port(), clients, mails));
    }

    Contender limit(int clients) {
        Database database = database("limit");
        Application application = opponent("limit", "io.mandate.bench.limit.LimitUnderTest", database, "limit", false);
        return new Contender("limit", application, database, new StepDriving(application.port(), clients, mails));
    }

    /** Mandate with the endpoints of the benchmark. */
    Application mandate(String name, Database database) {
        return keep(Application.start(name, "io.mandate.bench.mandate.MandateUnderTest",
                List.of(classes, Path.of("target/classes").toAbsolutePath()), Settings.mandate(database.settings(), mails.port()), directory));
    }

    /** Mandate as it is delivered. */
    Application jar(Database database) {
        return keep(Application.start("jar", PackagedJar.FILE.toString(), List.of(),
                Settings.mandate(database.settings(), mails.port()), directory));
    }

    /** Mandate again, driven by its pages. */
    Contender byPages(Contender mandate, int clients) {
        return new Contender("Mandate by its pages", mandate.application, mandate.database,
                new PageDriving(mandate.application.port(), clients, mails));
    }

    Application opponent(String name, String main, Database database, String schema, boolean engine) {
        Map<String, String> settings = Settings.opponent(database.settings(), mails.port(), schema, engine);
        return keep(Application.start(name, main, List.of(classes), settings, directory));
    }

    private <T extends AutoCloseable> T keep(T one) {
        started.add(0, one);
        return one;
    }

    private static void copy(Path from, Path to) throws IOException {
        FileSystemUtils.deleteRecursively(to);
        FileSystemUtils.copyRecursively(from, to);
    }

    @Override
    public void close() {
        for (AutoCloseable one : started) {
            try {
                one.close();
            } catch (Exception alreadyGone) {
                throw new IllegalStateException(alreadyGone);
            }
        }
    }
}
