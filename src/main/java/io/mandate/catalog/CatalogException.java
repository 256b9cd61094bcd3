package io.mandate.catalog;

import java.util.List;

/** Thrown at start where the catalog or an agreement cannot be used; the message names the file and every entry that is wrong. */
class CatalogException extends RuntimeException {

    CatalogException(String file, List<String> problems) {
        super("%s cannot be used:%n  - %s".formatted(file, String.join(System.lineSeparator() + "  - ", problems)));
    }
}
