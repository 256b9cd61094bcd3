package io.mandate.engine.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step that no diagram names any more. It is kept for instances that finish on an earlier version of theirs, and for nodes that
 * still run that version while others are upgraded; one release later it can go.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForEarlierVersions {

    /** The release in which the diagram named it last. */
    String last();
}
