package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.passkey.PasskeyOwner;
import io.mandate.passkey.PasskeyRefusedException;
import io.mandate.passkey.Passkeys;
import io.mandate.relationship.EmailAddress;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Device;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Two do something with one person's passkeys at the same moment, on PostgreSQL. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class PasskeyRaceTests {

    private static final int ROUNDS = 5;
    private static final String ORIGIN = "http://mandate.example";

    @Autowired Passkeys passkeys;

    private PasskeyOwner owner;

    @BeforeEach
    void somebody() {
        TestMail.acceptAll();
        owner = PasskeyOwner.ofCustomer(EmailAddress.of(Lifecycle.newAddress()));
    }

    @RepeatedTest(ROUNDS)
    void only_one_first_passkey_is_added() throws InterruptedException {
        var refused = AtOnce.refused(adding(), adding());

        assertThat(refused).singleElement().isInstanceOf(PasskeyRefusedException.class);
        assertThat(passkeys.of(owner)).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void one_answer_of_a_device_counts_once() throws Exception {
        // given
        Device device = new Device(ORIGIN).counting(1);
        adding(device).call();
        String challenge = Passkeys.newChallenge();
        String shown = device.get(passkeys.toUse(Optional.of(owner), challenge));

        // when
        var refused = AtOnce.refused(() -> passkeys.use(challenge, shown), () -> passkeys.use(challenge, shown));

        // then
        assertThat(refused).singleElement().isInstanceOf(PasskeyRefusedException.class);
    }

    @RepeatedTest(ROUNDS)
    void what_is_removed_as_it_is_used_stays_removed() throws Exception {
        // given
        Device device = new Device(ORIGIN).counting(1);
        adding(device).call();
        String challenge = Passkeys.newChallenge();
        String shown = device.get(passkeys.toUse(Optional.of(owner), challenge));

        // when
        AtOnce.refused(() -> passkeys.use(challenge, shown), () -> passkeys.remove(owner, device.id(), Locale.ENGLISH));

        // then
        assertThat(passkeys.of(owner)).isEmpty();
    }

    private Callable<Boolean> adding() {
        return adding(new Device(ORIGIN));
    }

    private Callable<Boolean> adding(Device device) {
        String challenge = Passkeys.newChallenge();
        String made = device.create(passkeys.toAdd(owner, challenge));
        return () -> {
            passkeys.addFirst(owner, challenge, made, "Phone", Locale.ENGLISH);
            return true;
        };
    }
}
