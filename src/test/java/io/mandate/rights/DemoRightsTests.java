package io.mandate.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.DemoTest;
import io.mandate.testing.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The demo's own pages are in the table, and open to anybody. */
@DemoTest
class DemoRightsTests {

    @Autowired ApplicationContext beans;
    @LocalServerPort int port;

    private final RightsTable table = RightsTable.read(RightsTests.PAGE);

    @Test
    void every_page_of_the_demo_has_a_row_and_every_row_of_the_demo_a_page() {
        List<Operation> pages = Operations.pages(beans).toList();

        assertThat(pages).allSatisfy(page -> assertThat(table.rowOf(page)).isNotNull());
        assertThat(table.rows().stream().filter(row -> row.section().equals(RightsTests.DEMO))).isNotEmpty()
                .allSatisfy(row -> assertThat(pages).anyMatch(page -> table.rowOf(page).equals(row)));
    }

    @Test
    void anybody_reads_them() {
        assertThat(Operations.pages(beans).filter(page -> page.reads() && table.rowOf(page).section().equals(RightsTests.DEMO)))
                .allSatisfy(page -> assertThat(new Visitor(port).open(page.address()).statusCode()).isIn(200, 404));
    }
}
