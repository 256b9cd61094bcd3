package io.mandate.servicerequest;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that was said about a service request as one text, for forms in Tasklist, which are in English. */
@Component
@Transactional(readOnly = true)
public class Transcripts {

    /** What a variable of the engine holds at most. */
    private static final int MOST = 4000;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private final Comments comments;

    Transcripts(Comments comments) {
        this.comments = comments;
    }

    /** The text; of a long one its end, where the newest stands. */
    public String of(ServiceRequest request) {
        String all = comments.of(request.id()).stream()
                .map(one -> "%s, %s (%s):\n%s".formatted(
                        one.author().name(), WHEN.format(one.writtenAt().atOffset(ZoneOffset.UTC)),
                        one.author().side().name().toLowerCase(Locale.ROOT),
                        switch (one.kind()) {
                            case OPENED -> request.text();
                            case UNANSWERED -> "(This question was not answered in time: please go on without the answer.)";
                            case ESCALATED -> "(This was not solved in time and was escalated.)";
                            default -> one.text();
                        }))
                .collect(Collectors.joining("\n\n"));
        return all.length() <= MOST ? all : "…" + all.substring(all.length() - MOST + 1);
    }
}
