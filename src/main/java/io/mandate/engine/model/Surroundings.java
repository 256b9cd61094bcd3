package io.mandate.engine.model;

import java.util.Map;
import java.util.Set;

/**
 * What a diagram's project has beside the diagram.
 *
 * @param steps the classes in the step package of the process, by simple name, with the name of the bean that each is
 * @param keptSteps those classes among them that are kept for earlier versions of the diagram only
 * @param constants the text constants of the process's {@code …Process} class, by name
 * @param forms the ids of the forms
 * @param diagrams the ids of the processes
 * @param handedOver the variables that other diagrams hand to this process when they call it
 */
public record Surroundings(
        Map<String, String> steps,
        Set<String> keptSteps,
        Map<String, String> constants,
        Set<String> forms,
        Set<String> diagrams,
        Set<String> handedOver) {}
