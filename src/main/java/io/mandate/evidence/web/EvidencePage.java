package io.mandate.evidence.web;

import io.mandate.catalog.Catalog;
import io.mandate.evidence.EvidenceEntries;
import io.mandate.evidence.Receipts;
import io.mandate.evidence.Written;
import io.mandate.relationship.NotFoundException;
import io.mandate.web.PageLinks;
import io.mandate.web.Times;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all pages of evidence share: the list of entries, one receipt to print, and the same to download. */
@Component
class EvidencePage {

    private static final int ON_A_PAGE = 50;

    private final EvidenceEntries entries;
    private final Receipts receipts;
    private final Catalog catalog;
    private final Times times;
    private final MessageSource messages;

    EvidencePage(EvidenceEntries entries, Receipts receipts, Catalog catalog, Times times, MessageSource messages) {
        this.entries = entries;
        this.receipts = receipts;
        this.catalog = catalog;
        this.times = times;
        this.messages = messages;
    }

    /** Puts the entries before the list. */
    void list(Reading reading, String page, HttpServletRequest request, Locale locale, Model model) {
        List<Written> all = entries.of(List.copyOf(reading.chains().keySet()), reading.reader()).stream().filter(reading.known()).toList();
        int last = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int current = Math.min(last, PageLinks.number(page));
        model.addAttribute("entries", all.subList((current - 1) * ON_A_PAGE, Math.min(all.size(), current * ON_A_PAGE)).stream()
                .map(one -> new Row(one, reading.chains().get(one.entry().chain()), service(one, locale), reading.receipt().apply(one.entry()))).toList());
        model.addAttribute("pages", PageLinks.of(request, current, last));
    }

    /** One line of the list: an entry, whose it is, the service that it is about, empty for none, and where its receipt is. */
    record Row(Written one, String of, String service, String receipt) {}

    void show(Reading reading, UUID chain, int seq, Locale locale, Model model) {
        Written one = find(reading, chain, seq);
        model.addAttribute("one", one);
        model.addAttribute("facts", facts(one.facts(), locale));
        model.addAttribute("checkpoint", receipts.checkpoint(one).orElse(null));
    }

    ResponseEntity<String> download(Reading reading, UUID chain, int seq) {
        String name = "mandate-receipt-" + chain.toString().substring(0, 8) + "-" + seq + ".json";
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .body(receipts.of(find(reading, chain, seq), reading.reader()));
    }

    private Written find(Reading reading, UUID chain, int seq) {
        return Optional.of(chain).filter(reading.chains()::containsKey)
                .flatMap(own -> entries.find(own, seq, reading.reader())).filter(reading.known())
                .orElseThrow(() -> new NotFoundException("entry", chain + " " + seq));
    }

    private String service(Written one, Locale locale) {
        return one.facts().get("service") instanceof String id ? catalog.serviceName(id, locale) : "";
    }

    /** What was done, label by label, in the words of the catalog. */
    private Map<String, String> facts(Map<String, Object> facts, Locale locale) {
        Map<String, String> told = new LinkedHashMap<>();
        facts.forEach((name, value) -> told.put(messages.getMessage("evidence.fact." + name, null, name, locale),
                value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)
                        ? String.join("; ", list.stream().map(each -> permission((Map<?, ?>) each, locale)).toList())
                        : value(name, value, facts.get("service"), locale)));
        return told;
    }

    private String permission(Map<?, ?> permission, Locale locale) {
        List<String> told = new ArrayList<>();
        Object service = permission.get("service");
        told.add(value("service", service, service, locale));
        told.add(value("roles", permission.get("roles"), service, locale));
        if (permission.get("days") instanceof Integer days) {
            told.add(messages.getMessage("evidence.days", new Object[] {days}, locale));
        }
        if (Boolean.TRUE.equals(permission.get("extending"))) {
            told.add(messages.getMessage("evidence.extending", null, locale));
        }
        if (permission.get("heldBy") instanceof String holder) {
            told.add(messages.getMessage("evidence.heldBy." + holder, null, locale));
        }
        return String.join(", ", told);
    }

    private String value(String name, Object value, Object service, Locale locale) {
        return switch (name) {
            case "service" -> catalog.serviceName(String.valueOf(value), locale);
            case "roles" -> String.join(", ", ((List<?>) value).stream()
                    .map(role -> catalog.roleName(String.valueOf(service), String.valueOf(role), locale)).toList());
            case "since", "until", "before" -> times.moment(Instant.parse(String.valueOf(value)), locale);
            case "cloud" -> catalog.cloudName(String.valueOf(value), locale);
            default -> value instanceof Boolean yes ? messages.getMessage(yes ? "evidence.yes" : "evidence.no", null, locale)
                    : value instanceof List<?> list ? String.join(", ", list.stream().map(String::valueOf).toList())
                    : messages.getMessage("evidence.value." + value, null, String.valueOf(value), locale);
        };
    }
}
