package io.mandate.overview.web;

import io.mandate.relationship.ListPage;
import io.mandate.relationship.OverviewList.Row;
import io.mandate.relationship.OverviewList;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SearchTerms;
import io.mandate.request.RequestProcess;
import io.mandate.revocation.RevocationProcess;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All relationships and requests for process owners, each with what runs of it in Cockpit. */
@Controller
class OverviewController {

    private final OverviewList list;
    private final RequestProcess process;
    private final RevocationProcess removals;

    OverviewController(OverviewList list, RequestProcess process, RevocationProcess removals) {
        this.list = list;
        this.process = process;
        this.removals = removals;
    }

    @GetMapping("/overview")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String page, HttpServletRequest request, Model model) {
        Optional<RequestStatus> wanted =
                Arrays.stream(RequestStatus.values()).filter(known -> known.name().equals(status)).findFirst();
        int number = PageLinks.number(page);
        ListPage<Row> found = list.page(new OverviewList.Query(SearchTerms.of(q), wanted, Optional.empty(), number));
        model.addAttribute("q", q.strip());
        model.addAttribute("status", wanted.map(Enum::name).orElse(""));
        model.addAttribute("statuses", RequestStatus.values());
        model.addAttribute("found", found);
        model.addAttribute("instances", process.instances(running(found.rows())));
        model.addAttribute("removals", removals.instances(found.rows().stream().map(Row::relationship).toList()));
        model.addAttribute("pages", PageLinks.of(request, found.number(), found.last(), found.isUncounted()));
        return "overview/list";
    }

    /** Those that may be: an approved one is still being told to the service, or told to everybody. */
    private static List<RequestProcess.Running> running(List<Row> rows) {
        return rows.stream().filter(row -> row.status().isOpen() || row.status() == RequestStatus.APPROVED)
                .map(row -> new RequestProcess.Running(row.relationship(), row.request())).toList();
    }
}
