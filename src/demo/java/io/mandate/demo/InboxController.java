package io.mandate.demo;

import io.mandate.edge.web.ContentPolicy;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The pages on which the demo's mails are read. */
@Controller
@Profile("demo & !second")
@RequestMapping("/inbox")
class InboxController {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String to, Model model) {
        model.addAttribute("to", to);
        model.addAttribute("mails", inbox.to(to));
        return "inbox/list";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String mail(@PathVariable long id, Model model, HttpServletResponse response) {
        ContentPolicy.allow(response, "frame-src 'self'");
        ReceivedMail mail = find(id);
        model.addAttribute("mail", mail);
        model.addAttribute("pieces", pieces(mail.text()));
        return "inbox/mail";
    }

    /** The HTML part as it came, for a frame that lets it do nothing but follow links, in the whole window. */
    @GetMapping(path = "/{id:\\d{1,18}}/html", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String html(@PathVariable long id) {
        return find(id).html().replaceFirst("<head>", "<head><base target=\"_top\">");
    }

    private ReceivedMail find(long id) {
        return inbox.mail(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A piece of text, or a link. */
    record Piece(String text, boolean link) {}

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int end = 0;
        for (MatchResult link : links.results().toList()) {
            pieces.add(new Piece(text.substring(end, link.start()), false));
            pieces.add(new Piece(link.group(), true));
            end = link.end();
        }
        pieces.add(new Piece(text.substring(end), false));
        return pieces;
    }
}
