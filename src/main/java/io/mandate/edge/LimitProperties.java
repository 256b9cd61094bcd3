package io.mandate.edge;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often somebody may ask, each written as in {@link Rate}. What makes guessing slow is counted on all nodes together: sign-in,
 * mails and codes; the rest by each node for itself. All but decisions are counted by client address (IPv6: by network of 64
 * bits), behind which a whole office may sit.
 *
 * @param everything all requests but those for decisions, of one client address; limits are written as requests/time, up to a
 *     million and a day
 * @param signIn attempts to sign in, whatever the way, of one client address
 * @param mails asking for mails with a link to sign in or a new password, of one client address
 * @param codes asking for codes and entering them, of one client address
 * @param answers opening personal links and what is sent from there, of one client address
 * @param decisions calls of one service account
 * @param strangers calls of the machine endpoints that no account made, of one client address
 */
@Validated
@ConfigurationProperties("mandate.limits")
public record LimitProperties(
        @NotNull @DefaultValue("6000/1m") Rate everything,
        @NotNull @DefaultValue("60/5m") Rate signIn,
        @NotNull @DefaultValue("20/10m") Rate mails,
        @NotNull @DefaultValue("40/10m") Rate codes,
        @NotNull @DefaultValue("120/1m") Rate answers,
        @NotNull @DefaultValue("6000/1m") Rate decisions,
        @NotNull @DefaultValue("60/1m") Rate strangers) {}
