package io.mandate.bench.app;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.mandate.bench.app.BusinessSteps.NotYetException;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The steps and the counters over HTTP, the same for all; without annotations, so that nothing else finds them by scanning. */
public final class StepEndpoints {

    private final BusinessSteps steps;
    private final StatementTally tally;

    public StepEndpoints(BusinessSteps steps, StatementTally tally) {
        this.steps = steps;
        this.tally = tally;
    }

    public RouterFunction<ServerResponse> routes() {
        return route()
                .POST("/bench/ask", call -> ServerResponse.ok().body(steps.ask(param(call, "staff"), param(call, "address"))))
                .POST("/bench/review", call -> step(() -> steps.review(param(call, "id"), param(call, "staff"))))
                .POST("/bench/code", call -> step(() -> steps.sendCode(param(call, "token"), param(call, "browser"), param(call, "address"))))
                .POST("/bench/enter", call -> step(() -> steps.enter(param(call, "token"), param(call, "browser"), param(call, "code"))))
                .POST("/bench/approve", call -> step(() -> steps.approve(param(call, "token"), param(call, "browser"))))
                .GET("/bench/committed", call -> ServerResponse.ok().body(steps.committed().entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue()).collect(Collectors.joining("\n"))))
                .POST("/bench/count", call -> {
                    tally.count(Boolean.parseBoolean(param(call, "on")));
                    return ServerResponse.ok().body(tally.take());
                })
                .GET("/bench/heap", call -> ServerResponse.ok().body(String.valueOf(Heap.usedAfterCollection())))
                .build();
    }

    private ServerResponse step(Runnable step) {
        StatementTally.Mark before = tally.mark();
        try {
            step.run();
            return ServerResponse.noContent().build();
        } catch (NotYetException early) {
            // A person would not have been that quick: what the try cost counts for nobody.
            tally.forget(before);
            return ServerResponse.status(HttpStatus.TOO_EARLY).build();
        }
    }

    private static String param(ServerRequest call, String name) {
        return call.param(name).orElseThrow();
    }
}
