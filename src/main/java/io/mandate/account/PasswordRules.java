package io.mandate.account;

import io.mandate.relationship.FieldProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.Configuration;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * Which passwords are taken, after OWASP ASVS 5.0 chapter 6.2 and NIST SP 800-63B section 3.1.1.2: any characters, none
 * required; from 12 to 128 of them; nothing about the person or Mandate; nothing that is guessed in a few tries, such as a
 * common password, a row of keys or one of both with a year behind it.
 */
@Component
public class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /** Below this, a password is guessed with some ten thousand million tries: the library's own choice. */
    private static final double ENTROPY = 35;
    /** Shorter parts of names are parts of too many words. */
    private static final int SHORTEST_WORD = 4;
    private static final String PRODUCT = "mandate";

    /** Its lists are read when the first password comes, not at the start. */
    private static final class Guessing {

        private static final Configuration LISTS = new ConfigurationBuilder()
                .setLocale(Locale.ENGLISH).setMinimumEntropy(ENTROPY).setMaxLength(LONGEST).createConfiguration();
    }

    /** What is wrong with a password for a person of that address and name; empty where nothing is. */
    public Optional<FieldProblem> problem(String field, String password, String username, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(new FieldProblem(field, "problem.password.short", SHORTEST));
        }
        if (length > LONGEST) {
            return Optional.of(new FieldProblem(field, "problem.password.long", LONGEST));
        }
        String folded = password.toLowerCase(Locale.ROOT);
        Optional<String> word = words(username, name).filter(folded::contains).findFirst();
        if (word.isPresent()) {
            return Optional.of(new FieldProblem(field, "problem.password.word", word.get()));
        }
        return new Nbvcxz(Guessing.LISTS).estimate(password).isMinimumEntropyMet()
                ? Optional.empty() : Optional.of(new FieldProblem(field, "problem.password.common"));
    }

    /** The parts of name and address, without the end of the domain. */
    private static Stream<String> words(String username, String name) {
        String address = username.contains(".") ? username.substring(0, username.lastIndexOf('.')) : username;
        return Stream.concat(Stream.of(PRODUCT), Arrays.stream((name + " " + address).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= SHORTEST_WORD);
    }
}
