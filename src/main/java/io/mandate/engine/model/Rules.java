package io.mandate.engine.model;

import java.util.List;
import java.util.stream.Stream;

/** Every modelling rule. */
public final class Rules {

    public static final List<Rule<?>> ALL = Stream.of(
                    NamingRules.ALL, CodeRules.ALL, EngineRules.ALL, ExtensionRules.ALL, DrawingRules.ALL)
            .<Rule<?>>flatMap(List::stream)
            .toList();

    private Rules() {}
}
