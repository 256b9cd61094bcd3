package io.mandate.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * One rule on Mandate's code.
 *
 * @param name in one word; names the package of the planted class that breaks it
 * @param below the rule for the code below a root package
 */
record Rule(String name, Function<String, ArchRule> below) {

    @Override
    public String toString() {
        return name;
    }
}
