package io.mandate.bench;

import io.mandate.bench.driver.Http;
import io.mandate.bench.driver.PageDriving;
import io.mandate.bench.machine.Application;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of a partner's customers, with few and with many of them, in turn. */
final class Pages {

    static final String PARTNER = "fabrikam";

    /** What is asked for, one after the other. */
    private static final Map<String, String> ASKED = new LinkedHashMap<>();

    static {
        ASKED.put("first page", "/customers");
        ASKED.put("by organisation", "/customers?sort=organisation");
        ASKED.put("page 20", "/customers?page=20");
        ASKED.put("search, one customer", "/customers?q=%06d");
        ASKED.put("search, one in twenty-five", "/customers?q=traders");
        // A page is full in both cases,
        ASKED.put("search, two words of many", "/customers?q=northwind+example");
        // or in the large one only, where the small one has two to show.
        ASKED.put("search, two words of few", "/customers?q=northwind+traders");
    }

    /** One kind of page: milliseconds with few, with many; statements with many. */
    record Times(String what, List<Double> few, List<Double> many, double statements) {}

    private Pages() {}

    static void fill(Application application, int number) {
        try (Http http = application.connect()) {
            http.post("/bench/fill?partner=" + PARTNER + "&number=" + number, "").good();
        }
    }

    static List<Times> run(Application few, Application many, int repetitions) {
        List<Times> all = new ArrayList<>();
        try (Http small = signedIn(few); Http large = signedIn(many)) {
            for (Map.Entry<String, String> asked : ASKED.entrySet()) {
                // Until the compilers are done.
                for (int i = 0; i < repetitions; i++) {
                    open(small, asked.getValue(), i);
                    open(large, asked.getValue(), i);
                }
            }
            ASKED.forEach((what, path) -> {
                List<Double> ofFew = new ArrayList<>();
                List<Double> ofMany = new ArrayList<>();
                for (int i = 0; i < repetitions; i++) {
                    ofFew.add(open(small, path, i));
                    ofMany.add(open(large, path, i));
                }
                Times times = new Times(what, ofFew, ofMany, statements(many, large, path));
                Progress.say("%s: p95 %.1f ms with few, %.1f ms with many".formatted(
                        what, Figures.percentile(ofFew, 95), Figures.percentile(ofMany, 95)));
                all.add(times);
            });
        }
        return all;
    }

    private static Http signedIn(Application application) {
        return PageDriving.signedIn(application.port(), "staff@" + PARTNER + ".example");
    }

    private static double open(Http http, String path, int number) {
        long begun = System.nanoTime();
        String page = http.get(path.formatted(number)).good();
        double millis = (System.nanoTime() - begun) / 1e6;
        if (!page.contains("<main")) {
            throw new IllegalStateException("no page: " + page);
        }
        return millis;
    }

    /** Those of the page and of looking up who asks. */
    private static double statements(Application application, Http http, String path) {
        try (Http counter = application.connect()) {
            counter.post("/bench/count?on=true", "").good();
            open(http, path, 1);
            return Double.parseDouble(counter.post("/bench/count?on=false", "").good().split(" ")[0]);
        }
    }
}
