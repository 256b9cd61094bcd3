package io.mandate.edge;

import java.time.Duration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Takes out of the database what was counted and does not count any more. */
@Component
class ForgottenCounts implements SchedulingConfigurer {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final SharedRates rates;
    private final SignInThrottle throttle;

    ForgottenCounts(SharedRates rates, SignInThrottle throttle) {
        this.rates = rates;
        this.throttle = throttle;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(rates::forget, EVERY);
        tasks.addFixedDelayTask(throttle::forget, EVERY);
    }
}
