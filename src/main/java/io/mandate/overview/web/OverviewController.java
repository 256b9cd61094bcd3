package io.mandate.overview.web;

import io.mandate.relationship.ListPage;
import io.mandate.relationship.OverviewList.Row;
import io.mandate.relationship.OverviewList;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SearchTerms;
import io.mandate.request.RequestProcess;
import io.mandate.web.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All relationships and requests for process owners, each with its instance in Cockpit while it runs. */
@Controller
class OverviewController {

    private final OverviewList list;
    private final RequestProcess process;

    OverviewController(OverviewList list, RequestProcess process) {
        this.list = list;
        this.process = process;
    }

    @GetMapping("/overview")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String page, HttpServletRequest request, Model model) {
        Optional<RequestStatus> wanted =
                Arrays.stream(RequestStatus.values()).filter(known -> known.name().equals(status)).findFirst();
        int number = page.matches("[1-9]\\d{0,8}") ? Integer.parseInt(page) : 1;
        ListPage<Row> found = list.page(new OverviewList.Query(SearchTerms.of(q), wanted, number));
        model.addAttribute("q", q.strip());
        model.addAttribute("status", wanted.map(Enum::name).orElse(""));
        model.addAttribute("statuses", RequestStatus.values());
        model.addAttribute("found", found);
        model.addAttribute("instances", process.instances(open(found.rows())));
        model.addAttribute("pages", PageLinks.of(request, found.number(), found.last(), found.isUncounted()));
        return "overview/list";
    }

    private static List<RequestProcess.Running> open(List<Row> rows) {
        return rows.stream().filter(row -> row.status().isOpen())
                .map(row -> new RequestProcess.Running(row.relationship(), row.request())).toList();
    }
}
