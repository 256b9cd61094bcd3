package io.mandate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** All rules: who may know whom, and what is written one way only. */
final class Rules {

    static final List<Rule> ALL = List.of(
            new Rule("engine", root -> noClasses()
                    .that(not(resideInAnyPackage(root + "..step..", root + ".engine..", root + ".identity.engine.."))
                            .and(not(simpleNameEndingWith("Process"))))
                    .should().dependOnClassesThat().resideInAnyPackage("org.camunda..")
                    .because("steps, …Process classes and two packages are all that knows the engine")),
            new Rule("pages", root -> noClasses()
                    .that().resideOutsideOfPackage(root + "..web..")
                    .should().dependOnClassesThat().resideInAnyPackage("org.springframework.web..", "org.springframework.ui..")
                    .because("only the packages called web know of HTTP")),
            new Rule("servlets", root -> noClasses()
                    .that().resideOutsideOfPackages(root + "..web..", root + ".identity.engine..")
                    .should().dependOnClassesThat().resideInAnyPackage("jakarta.servlet..")
                    .because("only the packages called web know of HTTP, and what signs people in to the web apps")),
            new Rule("record", root -> noClasses()
                    .that().resideInAPackage(root + ".relationship..")
                    .should().dependOnClassesThat(resideInAnyPackage(root + "..")
                            .and(not(resideInAnyPackage(root + ".relationship.."))))
                    .because("the record stands on its own")),
            new Rule("steps", root -> noClasses()
                    .that().resideOutsideOfPackage(root + "..step..")
                    .should().dependOnClassesThat().resideInAPackage(root + "..step..")
                    .because("the engine calls steps, by the names in the diagrams")),
            new Rule("demo", root -> noClasses()
                    .that().resideOutsideOfPackage(root + ".demo..")
                    .should().dependOnClassesThat().resideInAPackage(root + ".demo..")
                    .because("the demo is not delivered")),
            new Rule("cycles", root -> slices().matching(root + ".(*)..").should().beFreeOfCycles()),
            new Rule("fields", root -> GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION),
            new Rule("dates", root -> noClasses()
                    .that().resideOutsideOfPackages(root + "..step..", root + ".engine..")
                    // Jakarta Mail takes no other.
                    .and().haveNameNotMatching(".*\\.(mail\\.Envelope|bounce\\.BounceMailbox)")
                    .should().dependOnClassesThat(legacyTime())
                    .because("time is java.time; only the engine's variables hold dates of old")),
            new Rule("clock", root -> classes()
                    .that().resideOutsideOfPackage(root + ".engine..")
                    .should(takeTheTimeFromTheClock())
                    .because("record and engine share one clock, which tests move")),
            new Rule("output", root -> GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS),
            new Rule("settings", root -> noClasses()
                    .should().dependOnClassesThat().areAssignableTo(Value.class)
                    .because("settings are records, validated at start")),
            new Rule("properties", root -> classes()
                    .that().areAnnotatedWith(ConfigurationProperties.class)
                    .should().beRecords()
                    .because("settings are records, validated at start")));

    private static final Set<String> TELL_THE_TIME = Set.of(
            "java.lang.System.currentTimeMillis", "java.util.Date.<init>", "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone", "java.time.Clock.system",
            "org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime");

    private Rules() {}

    private static DescribedPredicate<JavaClass> legacyTime() {
        return name("java.util.Date").or(name("java.util.Calendar")).or(name("java.util.GregorianCalendar"))
                .or(name("java.util.TimeZone")).or(name("java.sql.Timestamp")).or(name("java.sql.Date"))
                .or(name("java.text.SimpleDateFormat")).or(name("java.text.DateFormat"))
                .forSubtype();
    }

    /** Neither {@code now()} without a clock, nor any other way around it. */
    private static ArchCondition<JavaClass> takeTheTimeFromTheClock() {
        return new ArchCondition<>("take the time from the clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(call -> tellsTheTime(call.getTarget().getFullName().replaceFirst("\\(.*", ""),
                                call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList()))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
            }
        };
    }

    private static boolean tellsTheTime(String target, List<String> parameters) {
        boolean now = target.startsWith("java.time.") && target.endsWith(".now")
                && !parameters.contains("java.time.Clock");
        boolean date = target.equals("java.util.Date.<init>") && !parameters.isEmpty();
        return now || (TELL_THE_TIME.contains(target) && !date);
    }
}
