package io.mandate.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** What {@link FakeProvider} says of a person: right at first, and wrong in the way that a test wants. */
public final class IdToken {

    private final RSAKey key;
    private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
    private Way way = Way.SIGNED;

    IdToken(RSAKey key) {
        this.key = key;
        issued(Instant.now());
    }

    /** How it is signed. */
    public enum Way {
        SIGNED,
        BY_ANOTHER_KEY,
        BY_THE_CLIENTS_SECRET,
        NOT_AT_ALL
    }

    /** With this claim; null for without it. */
    public IdToken with(String claim, Object value) {
        claims.claim(claim, value);
        return this;
    }

    /** A person with a confirmed address. */
    public IdToken person(String address, String name) {
        return with("email", address).with("email_verified", true).with("name", name);
    }

    /** Issued at another moment; good for five minutes. */
    public IdToken issued(Instant at) {
        claims.issueTime(Date.from(at)).expirationTime(Date.from(at.plus(Duration.ofMinutes(5))));
        return this;
    }

    public IdToken signed(Way other) {
        way = other;
        return this;
    }

    /** As it is sent. */
    public String written() {
        try {
            return switch (way) {
                case SIGNED -> signed(JWSAlgorithm.RS256, new RSASSASigner(key));
                case BY_ANOTHER_KEY -> signed(JWSAlgorithm.RS256, new RSASSASigner(new RSAKeyGenerator(2048).generate()));
                case BY_THE_CLIENTS_SECRET -> signed(JWSAlgorithm.HS256, new MACSigner(FakeProvider.SECRET.repeat(2)));
                case NOT_AT_ALL -> new PlainJWT(claims.build()).serialize();
            };
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
