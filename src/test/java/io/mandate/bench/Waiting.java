package io.mandate.bench;

import io.mandate.bench.app.Copies;
import io.mandate.bench.driver.Http;
import io.mandate.bench.driver.Patience;
import io.mandate.bench.driver.StepDriving;
import io.mandate.bench.machine.Application;
import io.mandate.bench.machine.Database;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Mandate with nothing waiting, beside Mandate in which many requests wait for their customers. They are copies of one that really
 * waits, with everything that belongs to it; that some of them, spread over all, can be answered is tried first.
 */
final class Waiting {

    private static final int TRIED = 20;

    private Waiting() {}

    /** The one without, then the one with requests that wait. */
    static List<Contender> run(Field field, Sizes sizes, Contender without) {
        Database database = field.database("waiting");
        Application application = field.mandate("waiting", database);
        StepDriving driving = new StepDriving(application.port(), sizes.clients(), field.mails);
        Contender with = new Contender(sizes.waiting() + " waiting", application, database, driving);
        with.warmUp(sizes.clients(), sizes.warmUp());
        fill(field, application, sizes.waiting());
        database.settle();
        with.warmUp(sizes.clients(), sizes.warmUp() / 2);
        Contender empty = without.again("nothing waiting");
        for (int round = 0; round < sizes.rounds(); round++) {
            for (Contender one : List.of(empty, with)) {
                one.round(sizes.clients(), sizes.seconds());
                Progress.say("%s: %.1f lifecycles per second".formatted(one.name, one.perSecond.get(round)));
            }
        }
        return List.of(empty, with);
    }

    private static void fill(Field field, Application application, int number) {
        String domain = "w" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        try (Http http = application.connect()) {
            String request = http.post("/bench/ask?staff=staff0@contoso.example&address=ada@" + domain, "").good();
            http.post("/bench/review?id=" + request + "&staff=staff0@contoso.example", "").good();
            field.mails.next("ada@" + domain);
            settled(http, request);
            long begun = System.nanoTime();
            String rows = http.post("/bench/copies?request=" + request + "&number=" + number, "").good();
            Progress.say("%d requests wait, of %s rows each, made in %.0f s".formatted(number, rows, (System.nanoTime() - begun) / 1e9));
            int tried = Math.min(TRIED, number);
            IntStream.range(0, tried).map(one -> (int) ((long) one * number / tried)).forEach(copy -> {
                answer(field, http, http.get("/bench/link?request=" + Copies.id(request, copy)).good(), "ada@" + copy + "-" + domain);
            });
        }
    }

    /** The mail was there before what it says was committed. */
    private static void settled(Http http, String request) {
        Patience.until(answer -> !answer.good().equals("false"), () -> http.get("/bench/waits?request=" + request));
    }

    private static void answer(Field field, Http http, String token, String address) {
        http.post("/bench/code?token=" + token + "&browser=" + address + "&address=" + address, "").good();
        String code = field.mails.next(address);
        http.post("/bench/enter?token=" + token + "&browser=" + address + "&code=" + code, "").good();
        http.post("/bench/approve?token=" + token + "&browser=" + address, "").good();
        field.mails.next(address);
        field.mails.next("staff0@contoso.example");
    }
}
