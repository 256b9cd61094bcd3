package io.mandate.bench.driver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** Drives the endpoints of the benchmark: one call for each step of a person, the same for all applications. */
public final class StepDriving implements Driving {

    private static final int TOO_EARLY = 425;

    private final MailSink mails;
    private final List<Http> connections;

    public StepDriving(int port, int clients, MailSink mails) {
        this.mails = mails;
        this.connections = IntStream.range(0, clients).mapToObj(client -> new Http(port)).toList();
    }

    @Override
    public long lifecycle(int client, String address) {
        Http http = connections.get(client);
        String staff = "staff" + client + "@contoso.example";
        String id = http.post("/bench/ask?staff=" + staff + "&address=" + address, "").good();
        once(http, "/bench/review?id=" + id + "&staff=" + staff);
        String token = mails.next(address);
        once(http, "/bench/code?token=" + token + "&browser=" + address + "&address=" + address);
        String code = mails.next(address);
        once(http, "/bench/enter?token=" + token + "&browser=" + address + "&code=" + code);
        long click = micros();
        once(http, "/bench/approve?token=" + token + "&browser=" + address);
        mails.next(address);
        mails.next(staff);
        mails.forget(address);
        return click;
    }

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private static void once(Http http, String path) {
        Patience.until(answer -> answer.status() != TOO_EARLY, () -> http.post(path, "")).good();
    }
}
