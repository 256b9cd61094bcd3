package io.mandate.terms;

import io.mandate.engine.Schedules;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The contract of the process {@code terms}, which starts by itself as often as the settings say. */
@Component
public class TermsProcess implements ApplicationRunner {

    public static final String KEY = "terms";

    /** True or false: whether more terms may be due by now. */
    public static final String MORE_DUE = "moreDue";

    private final Schedules schedules;
    private final TermsProperties settings;

    TermsProcess(Schedules schedules, TermsProperties settings) {
        this.schedules = schedules;
        this.settings = settings;
    }

    /** The engine keeps the next date from one start to the next: one that no longer fits the settings is set anew. */
    @Override
    public void run(ApplicationArguments arguments) {
        schedules.fit(KEY, settings.every());
    }
}
