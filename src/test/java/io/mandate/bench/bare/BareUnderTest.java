package io.mandate.bench.bare;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.ObjectMapper;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** An application that answers decisions, and does nothing else. */
public final class BareUnderTest {

    private BareUnderTest() {}

    public static void main(String[] args) {
        new SpringApplication(Bare.class).run(args);
    }

    @EnableAutoConfiguration
    static final class Bare {

        @Bean
        RouterFunction<ServerResponse> bareEndpoints(JdbcClient jdbc, ObjectMapper json, DataSource source) {
            BareDecisions decisions = new BareDecisions(jdbc, json);
            return route()
                    .POST("/bare/open", decisions::open)
                    .POST("/bare/known", decisions::known)
                    .POST("/bench/fill", call -> ServerResponse.ok().body(
                            new BareFilling(source, jdbc).fill(Integer.parseInt(call.param("number").orElseThrow()))))
                    .GET("/bench/customers", call -> ServerResponse.ok().body(
                            new BareFilling(source, jdbc).customers(Integer.parseInt(call.param("number").orElseThrow()))))
                    .build();
        }
    }
}
