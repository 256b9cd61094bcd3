package io.mandate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Secrets that a test knows, by name, to be looked for where they do not belong. */
public final class KnownSecrets {

    private final Map<String, Predicate<String>> secrets = new LinkedHashMap<>();
    private final Map<String, String> carriers = new LinkedHashMap<>();

    /** One that stands nowhere, not in any mail either. */
    public void add(String name, String value) {
        secrets.put(name, text -> text.contains(value));
    }

    /** One that was mailed to this address, and to nobody else. */
    public void mailed(String name, String value, String address) {
        String one = name + " " + secrets.size();
        add(one, value);
        carriers.put(one, address);
    }

    /** The newest code that was mailed to this address: six digits, which among others, in numbers and in hexadecimal, are no code. */
    public void code(String address) {
        String code = TestMail.code(address);
        String name = "code " + secrets.size();
        secrets.put(name, Pattern.compile("(?<![0-9a-zA-Z.+-])" + code.substring(0, 3) + " ?" + code.substring(3) + "(?![0-9a-zA-Z.-])")
                .asPredicate());
        carriers.put(name, address);
    }

    /** Fails where one of them stands in the log, in the database, in an answer, or in a mail to somebody else. */
    public void assertNowhere(List<String> log, DatabaseContent database, List<String> answers) {
        assertThat(secrets).hasSizeGreaterThan(10);
        secrets.forEach((name, tells) -> {
            assertThat(log).as("log, " + name).isNotEmpty().noneMatch(tells);
            assertThat(database.columnsWhere(tells)).as("database, " + name).isEmpty();
            assertThat(answers).as("answers, " + name).hasSizeGreaterThan(40).noneMatch(tells);
            assertThat(mailsWith(tells, name)).as("mails, " + name).isEmpty();
        });
    }

    /** Whether a text has one of them. */
    public boolean areIn(Object text) {
        return secrets.values().stream().anyMatch(tells -> tells.test(text.toString()));
    }

    private List<String> mailsWith(Predicate<String> tells, String name) {
        return TestMail.all().stream()
                .filter(mail -> tells.test(TestMail.raw(mail)))
                .map(mail -> TestMail.recipient(mail) + ": " + TestMail.subject(mail))
                .filter(mail -> !mail.startsWith(carriers.getOrDefault(name, "nobody") + ": "))
                .toList();
    }
}
