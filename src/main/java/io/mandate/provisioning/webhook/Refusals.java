package io.mandate.provisioning.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why a service could not be told or asked, in plain words: neither what was sent nor what was answered stands in them. */
final class Refusals {

    private Refusals() {}

    static String of(IOException failed) {
        if (failed instanceof PublicAddresses.NotPublicException) {
            return "has an endpoint at a private address, see mandate.services.allow-private-addresses";
        }
        if (failed instanceof UnknownHostException) {
            return "has an endpoint whose name is not known";
        }
        if (failed instanceof ConnectException || failed instanceof NoRouteToHostException) {
            return "cannot be connected to";
        }
        if (failed instanceof WebhookClient.TooSlowException || failed instanceof InterruptedIOException) {
            return "did not answer in time";
        }
        if (failed instanceof WebhookClient.AnswerTooLongException) {
            return "answered with more than " + WebhookClient.MAX_ANSWER + " bytes";
        }
        if (failed instanceof SSLException) {
            return "cannot be trusted: its certificate or its encryption is refused";
        }
        return "broke the connection off, or answered with something else than HTTP";
    }

    static String of(int status) {
        return "answered with status " + status + switch (status / 100) {
            case 3 -> ", a redirect, which is not followed";
            case 4 -> status == 410 ? ": it is no longer there" : ": it refuses";
            default -> "";
        };
    }
}
