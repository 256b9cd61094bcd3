package io.mandate.web;

/** What a person typed, without the control characters that no field takes and no database stores. */
public final class Typing {

    private Typing() {}

    /** One line, without blanks around it. */
    public static String line(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** Several lines, without blanks around them; a line break is one character. */
    public static String lines(String typed) {
        return text(typed).strip();
    }

    /** As {@link #lines}, with the blanks around them. */
    public static String text(String typed) {
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
