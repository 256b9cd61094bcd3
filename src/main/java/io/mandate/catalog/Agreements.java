package io.mandate.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;

/** The agreements that customers accept now: one per cloud, in every language of Mandate, complete from the start on. */
public final class Agreements {

    private final Map<Key, Agreement> agreements;

    private Agreements(Map<Key, Agreement> agreements) {
        this.agreements = Map.copyOf(agreements);
    }

    /** The agreement of a cloud of the catalog, in the language nearest to the one asked for. */
    public Agreement of(Cloud cloud, Locale locale) {
        return agreements.get(new Key(cloud.id(), Languages.nearest(locale)));
    }

    /** @throws CatalogException where a text is missing, has no proper form, or has other numbers of paragraphs than the English one */
    static Agreements read(List<Cloud> clouds, Resource directory) {
        var agreements = new HashMap<Key, Agreement>();
        var problems = new ArrayList<String>();
        for (var cloud : clouds) {
            for (var language : Languages.ALL) {
                var file = "%s/%s/%s.md".formatted(cloud.id(), cloud.agreement(), language);
                try {
                    var text = directory.createRelative(file).getContentAsString(StandardCharsets.UTF_8);
                    agreements.put(new Key(cloud.id(), language), AgreementText.parse(cloud.agreement(), text));
                } catch (IOException e) {
                    problems.add(file + ": cannot be read");
                } catch (IllegalArgumentException e) {
                    problems.add(file + ": " + e.getMessage());
                }
            }
        }
        if (problems.isEmpty()) {
            clouds.stream().filter(cloud -> !sameShape(cloud, agreements)).forEach(cloud -> problems.add(
                    cloud.id() + "/" + cloud.agreement() + ": the languages differ in sections or paragraphs"));
        }
        if (!problems.isEmpty()) {
            throw new CatalogException("agreements in " + directory.getDescription(), problems);
        }
        return new Agreements(agreements);
    }

    /** Whoever accepts section 3 in German must have accepted what section 3 says in English. */
    private static boolean sameShape(Cloud cloud, Map<Key, Agreement> agreements) {
        return Languages.ALL.stream()
                        .map(language -> agreements.get(new Key(cloud.id(), language)).sections().stream()
                                .map(section -> section.paragraphs().size())
                                .toList())
                        .distinct()
                        .count()
                == 1;
    }

    private record Key(String cloud, Locale language) {}
}
