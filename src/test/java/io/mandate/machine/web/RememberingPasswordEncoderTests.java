package io.mandate.machine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberingPasswordEncoderTests {

    private final List<String> slowly = new ArrayList<>();
    private final PasswordEncoder encoder = new RememberingPasswordEncoder(new PasswordEncoder() {
        @Override
        public String encode(CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            slowly.add(password.toString());
            return hash.equals(encode(password));
        }
    });

    @Test
    void the_right_password_is_checked_slowly_once() {
        boolean first = encoder.matches("secret", "hash of secret");
        boolean second = encoder.matches("secret", "hash of secret");

        assertThat(first).isTrue();
        assertThat(second).isTrue();
        assertThat(slowly).containsExactly("secret");
    }

    @Test
    void a_wrong_password_is_refused_slowly_each_time_also_after_the_right_one() {
        encoder.matches("secret", "hash of secret");

        boolean first = encoder.matches("guess", "hash of secret");
        boolean second = encoder.matches("guess", "hash of secret");

        assertThat(first).isFalse();
        assertThat(second).isFalse();
        assertThat(slowly).containsExactly("secret", "guess", "guess");
    }

    @Test
    void a_password_that_was_right_for_one_account_is_not_for_another() {
        encoder.matches("secret", "hash of secret");

        assertThat(encoder.matches("secret", "hash of another")).isFalse();
    }
}
