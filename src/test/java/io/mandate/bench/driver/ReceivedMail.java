package io.mandate.bench.driver;

import io.mandate.testing.TestMail;
import java.io.BufferedReader;
import java.io.IOException;

/**
 * What matters of a mail.
 *
 * @param length in characters
 * @param secret the token of its link, else its code, else empty
 */
record ReceivedMail(int length, String secret) {

    /** Reads what follows DATA. */
    static ReceivedMail read(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder(8192);
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        String text = mail.toString();
        String plain = text.contains("quoted-printable") ? text.replace("=\n", "").replace("=3D", "=") : text;
        String secret = TestMail.linkIn(plain).map(link -> link.substring(link.lastIndexOf('/') + 1))
                .or(() -> TestMail.codeIn(plain)).orElse("");
        return new ReceivedMail(text.length(), secret);
    }
}
