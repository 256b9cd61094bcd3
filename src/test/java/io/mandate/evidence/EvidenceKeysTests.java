package io.mandate.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceKeysTests {

    /** What comes before the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410). */
    private static final String PKCS8 = "302e020100300506032b657004220420";

    @TempDir Path directory;

    @Test
    void public_key_and_signature_are_those_of_the_standard() {
        // RFC 8032 section 7.1, test 2
        SigningKey key = SigningKey.ofPem(pem(PKCS8 + "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

        assertThat(HexFormat.of().formatHex(key.verifying().bytes()))
                .isEqualTo("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assertThat(HexFormat.of().formatHex(key.sign("r"))).isEqualTo(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(key.verifying().signed("r", key.sign("r"))).isTrue();
        assertThat(key.verifying().signed("s", key.sign("r"))).isFalse();
        assertThat(key.verifying().signed("r", new byte[3])).isFalse();
    }

    @Test
    void a_keys_id_is_the_thumbprint_of_the_standard() {
        // RFC 8037 appendix A.3
        assertThat(VerifyingKey.of(Base64.getUrlDecoder().decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")).id())
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void keys_are_read_from_files_and_texts_even_where_lines_were_joined() throws IOException {
        KeyPair pair = TestKeys.pair();
        String pem = TestKeys.privatePem(pair);
        Path file = Files.writeString(directory.resolve("key.pem"), "A remark\n" + pem);
        VerifyingKey expected = VerifyingKey.ofPem(TestKeys.publicPem(pair));

        for (String given : List.of(pem, file.toString(), pem.replace("\n", "\\n"), pem.replace("\n", " "), pem.replace("\n", "\r\n"))) {
            assertThat(SigningKey.ofPem(given).verifying()).isEqualTo(expected);
        }
    }

    @Test
    void what_signed_before_still_verifies_and_the_present_key_comes_first() {
        String earlier = TestKeys.publicPem(TestKeys.pair());
        EvidenceKeys keys = keys(TestKeys.SIGNING, earlier, "", earlier);

        assertThat(keys.all()).extracting(VerifyingKey::id)
                .containsExactly(SigningKey.ofPem(TestKeys.SIGNING).id(), VerifyingKey.ofPem(earlier).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.pem", "\u0000", "-----BEGIN PRIVATE KEY-----\n§\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"})
    void a_key_that_is_none_is_refused_by_the_name_of_its_setting(String wrong) {
        assertThatThrownBy(() -> keys(wrong)).hasMessageStartingWith("mandate.evidence.signing-key: ").hasMessageNotContaining("AAAA");
        assertThatThrownBy(() -> keys(TestKeys.SIGNING, wrong)).hasMessageStartingWith("mandate.evidence.earlier-keys: ");
    }

    @Test
    void a_key_of_another_kind_is_refused() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("Ed448").generateKeyPair();

        assertThatThrownBy(() -> keys(TestKeys.privatePem(other))).hasMessageContaining("no private key for Ed25519");
        assertThatThrownBy(() -> keys(TestKeys.SIGNING, TestKeys.publicPem(other))).hasMessageContaining("no public key for Ed25519");
    }

    @Test
    void without_a_signing_key_nothing_is_signed() {
        assertThatThrownBy(() -> keys("").signing()).hasMessageContaining("mandate.evidence.signing-key");
    }

    private static EvidenceKeys keys(String signing, String... earlier) {
        return new EvidenceKeys(new EvidenceProperties(signing, List.of(earlier), Duration.ofHours(1), ""));
    }

    private static String pem(String hex) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + "\n-----END PRIVATE KEY-----\n";
    }
}
