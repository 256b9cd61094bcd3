package io.mandate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The links below a list that has several pages, for the fragment {@code layout/paging}; all other parameters of the list stay.
 *
 * @param current counted from 1
 * @param open whether there are further pages after the last, nobody counted how many
 */
public record PageLinks(int current, int last, boolean open, List<Link> links, Optional<String> previous, Optional<String> next) {

    private static final String PARAMETER = "page";

    /** The page that a request asks for, counted from 1: the first where it names none. */
    public static int number(String page) {
        return page.matches("[1-9]\\d{0,8}") ? Integer.parseInt(page) : 1;
    }

    /** For the present request, whose parameter {@code page} names the page, counted from 1. */
    public static PageLinks of(HttpServletRequest request, int current, int last) {
        return of(request, current, last, false);
    }

    /** As {@link #of(HttpServletRequest, int, int)}, for a list that may go on after the last page. */
    public static PageLinks of(HttpServletRequest request, int current, int last, boolean open) {
        var links = new ArrayList<Link>();
        for (int number = 1; number <= last; number++) {
            if (number == 1 || number == last || Math.abs(number - current) <= 1) {
                links.add(new Link(number, QueryLinks.with(request, PARAMETER, number), false));
            } else if (!links.get(links.size() - 1).gap()) {
                links.add(new Link(number, "", true));
            }
        }
        return new PageLinks(
                current,
                last,
                open,
                List.copyOf(links),
                Optional.of(current - 1).filter(page -> page >= 1).map(page -> QueryLinks.with(request, PARAMETER, page)),
                Optional.of(current + 1).filter(page -> page <= last).map(page -> QueryLinks.with(request, PARAMETER, page)));
    }

    public boolean isMany() {
        return last > 1;
    }

    /** A page, or a gap that stands for several. */
    public record Link(int number, String href, boolean gap) {}
}
