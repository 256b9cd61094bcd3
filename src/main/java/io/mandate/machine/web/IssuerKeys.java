package io.mandate.machine.web;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.mandate.machine.MachineProperties;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's present keys, found by its own description (OpenID Connect Discovery 1.0, section 4; else RFC 8414, section 3).
 * Both are read anew each time; how rarely that happens is the business of who asks.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    private static final int MILLIS_TO_CONNECT = 2_000;
    private static final int MILLIS_TO_READ = 3_000;
    private static final int MOST_BYTES = 512 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

    private final String issuer;
    private final Retriever retriever = new Retriever();

    IssuerKeys(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator cached, long now, SecurityContext context) throws KeySourceException {
        try {
            Map<String, Object> description = description();
            if (!issuer.equals(description.get("issuer"))) {
                throw new IOException("the description at " + issuer + " is of another issuer");
            }
            return JWKSet.parse(read(JSONObjectUtils.getString(description, "jwks_uri")));
        } catch (IOException | ParseException | RuntimeException trouble) {
            // The message of what could not be parsed might repeat it.
            LOG.warn("The keys of {} cannot be had, so its access tokens are not taken unless the keys are known: {}", issuer,
                    trouble instanceof IOException ? trouble.toString() : trouble.getClass().getName());
            throw new JWKSetUnavailableException("The keys of " + issuer + " cannot be had", trouble);
        }
    }

    private Map<String, Object> description() throws IOException, ParseException {
        URI base = URI.create(issuer);
        String path = base.getRawPath().replaceFirst("/$", "");
        String host = base.getScheme() + "://" + base.getRawAuthority();
        try {
            return JSONObjectUtils.parse(read(host + path + "/.well-known/openid-configuration"));
        } catch (IOException none) {
            return JSONObjectUtils.parse(read(host + "/.well-known/oauth-authorization-server" + path));
        }
    }

    private String read(String address) throws IOException {
        if (address == null || !MachineProperties.isSafe(address)) {
            throw new IOException("the description of " + issuer + " names no address of keys that is encrypted");
        }
        return retriever.retrieveResource(URI.create(address).toURL()).getContent();
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }

    /** Follows no redirects: they could lead to where nothing is encrypted. */
    private static final class Retriever extends DefaultResourceRetriever {

        Retriever() {
            super(MILLIS_TO_CONNECT, MILLIS_TO_READ, MOST_BYTES);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}
