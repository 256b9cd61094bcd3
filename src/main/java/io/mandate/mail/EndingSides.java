package io.mandate.mail;

/**
 * Who ends what, as mails name them.
 *
 * @param asker name of the person who asked for the end
 * @param asking the organisation of that person
 * @param other the organisation that may confirm
 */
public record EndingSides(String partner, String customer, String asker, String asking, String other) {}
