package io.mandate.bench;

import java.util.List;

/**
 * How much is done: {@code -Dbench.scale=0.1} for a try, or one of these for itself.
 *
 * @param parts those that are run: lifecycle, waiting, memory, decisions, pages, start
 * @param databases in turn
 * @param clients at a time
 * @param rounds of each application, in turn
 * @param seconds of a round
 * @param warmUp lifecycles before anything is measured, of each
 * @param lifecycles after which memory is looked at
 * @param waiting requests that wait while the rate is measured
 * @param few relationships of a small partner
 * @param many relationships of a large one, each with a permission that is held
 * @param pages how often each page is opened
 * @param calls decision calls before any is measured, of each
 */
record Sizes(List<String> parts, List<String> databases, int clients, int rounds, double seconds, int warmUp, int lifecycles, int waiting,
        int few, int many, int pages, int calls) {

    static Sizes ofSystem() {
        double scale = Double.parseDouble(System.getProperty("bench.scale", "1"));
        return new Sizes(list("parts", "lifecycle,waiting,memory,decisions,pages,start"), list("databases", "postgresql,h2"), number("clients", 4, 1),
                Math.max(1, number("rounds", 5, Math.max(0.4, scale))), number("seconds", 6, Math.max(0.25, scale)), number("warmup", 2000, Math.max(0.1, scale)),
                number("lifecycles", 10_000, scale), number("waiting", 50_000, scale), number("few", 1_000, 1), number("many", 100_000, scale), number("pages", 200, Math.max(0.2, scale)),
                number("calls", 200_000, scale));
    }

    boolean has(String part) {
        return parts.contains(part);
    }

    private static List<String> list(String name, String otherwise) {
        return List.of(System.getProperty("bench." + name, otherwise).split(","));
    }

    private static int number(String name, int otherwise, double scale) {
        String given = System.getProperty("bench." + name);
        return given != null ? Integer.parseInt(given) : Math.max(1, (int) Math.round(otherwise * scale));
    }
}
