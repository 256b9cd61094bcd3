package io.mandate.overview.web;

import io.mandate.engine.upgrade.Versions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which nodes run, and what becomes of instances on older versions of the diagrams, for process owners and auditors. */
@Controller
class VersionsController {

    private final Versions versions;

    VersionsController(Versions versions) {
        this.versions = versions;
    }

    @GetMapping("/overview/versions")
    String list(Model model) {
        var nodes = versions.nodes();
        model.addAttribute("nodes", nodes);
        model.addAttribute("bringing", nodes.stream().filter(Versions.Node::isWaitedFor).toList());
        var diagrams = versions.diagrams(nodes);
        model.addAttribute("diagrams", diagrams);
        model.addAttribute("allNewest", diagrams.stream().allMatch(diagram -> diagram.versions().size() == 1));
        return "overview/versions";
    }
}
