package io.mandate.edge.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Mandate's address is the one that is set, whatever a request, or a proxy in front, says: nothing that is made of a request's
 * scheme, host or port can lead elsewhere, and cookies are guarded wherever the address is https.
 */
class PublicAddressValve extends ValveBase {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final URI base;
    private final boolean secure;

    PublicAddressValve(URI base) {
        super(true);
        this.base = base;
        this.secure = "https".equalsIgnoreCase(base.getScheme());
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request inner = request.getCoyoteRequest();
        inner.scheme().setString(secure ? "https" : "http");
        inner.serverName().setString(base.getHost());
        inner.setServerPort(base.getPort() > 0 ? base.getPort() : secure ? HTTPS : HTTP);
        request.setSecure(secure);
        getNext().invoke(request, response);
    }
}
