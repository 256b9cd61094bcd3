package io.mandate.machine.web;

import io.mandate.machine.CallerProperties.Account;
import io.mandate.machine.CallerProperties;
import io.mandate.machine.Callers;
import io.mandate.machine.MachineProperties;
import io.mandate.machine.Scope;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.stereotype.Component;

/** Names and passwords of the service accounts in the settings, for trying things out: a password never expires. */
@Component
class PasswordSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    private final CallerProperties properties;
    private final Callers callers;
    private final PasswordEncoder passwords;

    PasswordSignIn(MachineProperties settings, CallerProperties properties, Callers callers, PasswordEncoder passwords) {
        this.properties = properties;
        this.callers = callers;
        this.passwords = passwords;
        warn(settings);
    }

    private void warn(MachineProperties settings) {
        String withPassword = properties.callers().stream().filter(one -> !one.password().isEmpty()).map(Account::name)
                .collect(Collectors.joining(", "));
        if (settings.basic()) {
            LOG.warn("mandate.machine.basic is on: service accounts sign in with passwords, which is for trying things out only");
        } else if (!withPassword.isEmpty()) {
            LOG.warn("mandate.decision.callers: the passwords of {} are not used. Issue access tokens on the page /tokens, or set "
                    + "mandate.machine.issuer, and remove them", withPassword);
        }
    }

    /** Checks names and passwords. */
    AuthenticationManager manager() {
        InMemoryUserDetailsManager accounts = new InMemoryUserDetailsManager();
        properties.callers().stream().filter(one -> !one.password().isEmpty()).forEach(one -> accounts.createUser(
                User.withUsername(one.name()).password(one.password()).authorities(new String[0]).build()));
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts) {
            @Override
            protected Authentication createSuccessAuthentication(Object principal, Authentication given, UserDetails account) {
                return SignIns.admitted(callers.find(account.getUsername(), EnumSet.allOf(Scope.class)).orElseThrow());
            }
        };
        provider.setPasswordEncoder(new RememberingPasswordEncoder(passwords));
        return new ProviderManager(provider);
    }
}
