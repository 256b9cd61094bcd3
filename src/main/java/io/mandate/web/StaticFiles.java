package io.mandate.web;

import io.mandate.identity.PublicPaths;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a page needs to look right before anybody has signed in. */
@Component
class StaticFiles implements PublicPaths {

    @Override
    public List<String> publicPaths() {
        return List.of("/fonts/**");
    }
}
