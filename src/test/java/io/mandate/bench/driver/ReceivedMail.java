package io.mandate.bench.driver;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What matters of a mail.
 *
 * @param length in characters
 * @param secret the token of its link, else its code, else empty
 */
record ReceivedMail(int length, String secret) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/answer/([A-Za-z0-9_-]+)(?=\\s|$)");
    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{3}) ?(\\d{3})\\s*$");

    /** Reads what follows DATA. */
    static ReceivedMail read(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder(8192);
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        String text = mail.toString();
        String plain = text.contains("quoted-printable") ? text.replace("=\n", "").replace("=3D", "=") : text;
        Matcher link = LINK.matcher(plain);
        if (link.find()) {
            return new ReceivedMail(text.length(), link.group(1));
        }
        Matcher code = CODE.matcher(plain);
        return new ReceivedMail(text.length(), code.find() ? code.group(1) + code.group(2) : "");
    }
}
