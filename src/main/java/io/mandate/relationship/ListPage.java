package io.mandate.relationship;

import java.util.List;

/**
 * One page of a list that may be very long.
 *
 * @param rows at most {@link #SIZE}
 * @param number counted from 1
 * @param count of all rows of the list, counted no further than {@link #COUNTED} and one more
 * @param followed whether there is a page after this one
 */
public record ListPage<T>(List<T> rows, int number, int count, boolean followed) {

    public static final int SIZE = 25;
    /** Counting further takes long and helps nobody. */
    public static final int COUNTED = 1000;

    private static final int LAST_COUNTED = COUNTED / SIZE;

    /** The page, from its rows and the one after them, if there is one. */
    public static <T> ListPage<T> of(List<T> rowsAndNext, int number, int count) {
        boolean followed = rowsAndNext.size() > SIZE;
        return new ListPage<>(followed ? rowsAndNext.subList(0, SIZE) : rowsAndNext, number, count, followed);
    }

    /** The nearest page to that number which a list of so many rows has. */
    public static int nearest(int number, int count) {
        int last = count > COUNTED ? Integer.MAX_VALUE / SIZE : Math.max(1, (count + SIZE - 1) / SIZE);
        return Math.max(1, Math.min(number, last));
    }

    /** Whether there are more rows than were counted. */
    public boolean isUncounted() {
        return count > COUNTED;
    }

    /** The number of the last page known to exist. */
    public int last() {
        return isUncounted()
                ? Math.max(LAST_COUNTED, followed ? number + 1 : number)
                : Math.max(1, (count + SIZE - 1) / SIZE);
    }
}
