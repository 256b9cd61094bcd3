package io.mandate.passkey.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this method of a controller does gives rights away: where passkeys are demanded, a customer's person confirms it with one
 * first, unless they used one in this browser within the last hour. What they typed is kept meanwhile.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsPasskey {

    /** The parameter that says what is done. None: it always gives rights away. */
    String where() default "";

    /** Its values that give none away. */
    String[] exceptFor() default {};
}
