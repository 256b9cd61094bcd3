package io.mandate.edge;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many requests within so much time, such as {@code 60/5m}; what was not used is not saved up beyond that.
 *
 * @param requests from one to a million
 * @param within from a second to a day
 */
public record Rate(long requests, Duration within) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,6})/([0-9]+[a-z]+)");
    private static final long MOST = 1_000_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public Rate {
        if (requests < 1 || requests > MOST || within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A limit is 1 to 1000000 requests within 1s to 1d, such as 60/5m");
        }
    }

    /** As settings write it. Throws {@link IllegalArgumentException} with what is expected. */
    public static Rate valueOf(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A limit is written as requests/time, such as 60/5m");
        }
        return new Rate(Long.parseLong(matcher.group(1)), DurationStyle.SIMPLE.parse(matcher.group(2)));
    }
}
