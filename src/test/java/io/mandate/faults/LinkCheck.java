package io.mandate.faults;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links in mails lead where the record says. */
final class LinkCheck {

    private static final Pattern ANSWER = Pattern.compile("https?://\\S+/answer/([A-Za-z0-9_-]+)(?=\\s|$)");

    private final Installation installation;
    private final List<Case> cases;
    private final Records records;
    private final Browser browser;

    LinkCheck(Installation installation, List<Case> cases, Records records, Answers answers) {
        this.installation = installation;
        this.cases = cases;
        this.records = records;
        this.browser = new Browser(installation.nodes(), answers, new Random(0));
    }

    /** A customer with one open request can answer it by the newest link; one without any is told that it is too late. */
    Check links() throws UnansweredException {
        Check check = new Check("the newest link of each customer opens what is open, and nothing else");
        for (Case of : cases) {
            String token = installation.mail.to(of.address, any -> true).stream().map(mail -> ANSWER.matcher(mail.text()))
                    .filter(Matcher::find).map(found -> found.group(1)).findFirst().orElse("");
            int waiting = records.count("select count(*) from request q join relationship r on r.id = q.relationship_id "
                    + "join customer c on c.id = r.customer_id where c.identity = ? and q.status = 'WAITING'", of.domain);
            if (token.isEmpty()) {
                if (waiting > 0) {
                    check.wrong("Asked, and no mail with a link came: " + of.story());
                }
                continue;
            }
            check.looked(1);
            Page page = browser.open("/answer/" + token);
            if (page.status() != (waiting == 0 ? 410 : 200)) {
                check.wrong(waiting + " wait, and the newest link says " + page + "\n" + of.story() + records.everything(of.domain));
            }
        }
        return check;
    }
}
