package io.mandate.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * One modelling rule.
 *
 * @param name in one word; names the planted diagram that breaks it
 * @param subjects what it looks at: over all diagrams there must be some, or the rule holds nothing
 * @param check what is wrong with one of them, each as a sentence
 */
public record Rule<T>(String name, BiFunction<Model, Surroundings, Collection<T>> subjects, Check<T> check) {

    /** What is wrong with one subject. */
    interface Check<T> {
        Stream<String> problems(T subject, Model model, Surroundings around);
    }

    /** Everything that is wrong with a diagram by this rule. */
    public List<String> problems(Model model, Surroundings around) {
        return subjects.apply(model, around).stream()
                .flatMap(subject -> check.problems(subject, model, around))
                .map(problem -> model + ": " + problem + " (" + name + ")")
                .toList();
    }

    /** How many things in a diagram this rule looks at. */
    public int applies(Model model, Surroundings around) {
        return subjects.apply(model, around).size();
    }

    static Stream<String> unless(boolean right, String problem, Object... arguments) {
        return right ? Stream.empty() : Stream.of(problem.formatted(arguments));
    }

    @Override
    public String toString() {
        return name;
    }
}
