package io.mandate.bench.mandate;

import io.mandate.MandateApplication;
import io.mandate.acceptance.Answers;
import io.mandate.acceptance.Links;
import io.mandate.acceptance.Proving;
import io.mandate.bench.app.StatementTally;
import io.mandate.bench.app.StepEndpoints;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.invitation.Invitations;
import io.mandate.machine.AccessTokens;
import io.mandate.machine.TokenIssue;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Requests;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/** Starts Mandate with its endpoints of the benchmark, partners and accounts. */
public final class MandateUnderTest {

    /** People of the partner, one for each client. */
    private static final int STAFF = 16;

    private MandateUnderTest() {}

    public static void main(String[] args) {
        new SpringApplication(MandateApplication.class, Endpoints.class).run(args);
    }

    static final class Endpoints {

        @Bean
        static StatementTally statementTally() {
            return new StatementTally();
        }

        /** What Mandate answers itself is not to be slowed down by looking for the benchmark's addresses first. */
        @Bean
        static BeanPostProcessor benchLast() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof RouterFunctionMapping mapping) {
                        mapping.setOrder(1);
                    }
                    return bean;
                }
            };
        }

        @Bean
        MandateSteps benchSteps(Invitations invitations, Proving proving, Answers answers) {
            return new MandateSteps(invitations, proving, answers);
        }

        @Bean
        RouterFunction<ServerResponse> benchEndpoints(MandateSteps steps, StatementTally tally) {
            return new StepEndpoints(steps, tally).routes();
        }

        @Bean
        RouterFunction<ServerResponse> benchFilling(DataSource source, JdbcClient jdbc, Partners partners, Accounts accounts,
                Requests requests, Links links, TokenIssue issue, AccessTokens tokens) {
            return new MandateEndpoints(source, jdbc, new Filling(source, partners, accounts), requests, links, issue, tokens).routes();
        }

        @Bean
        @Order(0)
        SecurityFilterChain benchSecurity(HttpSecurity http) throws Exception {
            return http.securityMatcher("/bench/**").csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
        }

        @Bean
        SmartInitializingSingleton benchPeople(Partners partners, Accounts accounts) {
            return () -> {
                partners.save(new Partner("contoso", "Contoso Cloud", LocalDate.of(2019, 4, 1), Set.of(new Partner.Market("global", "US"))));
                IntStream.range(0, STAFF).mapToObj("staff%d@contoso.example"::formatted).filter(name -> accounts.find(name).isEmpty())
                        .forEach(name -> accounts.add(Account.ofPartner("contoso", name, "Paula Pérez", "{noop}secret", "en")));
            };
        }
    }
}
