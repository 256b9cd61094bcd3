package io.mandate.testing;

import io.mandate.MandateProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Ways of people through Mandate, each in a browser window of their own, with the mails of the demo's inbox. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Walk {

    @Autowired protected MandateProperties mandate;

    /** The address of a customer that no other test has, and its domain. */
    protected String customer;
    protected String domain;

    private Chromium chromium;

    @BeforeAll
    void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void a_customer() {
        customer = Lifecycle.newAddress();
        domain = customer.substring(customer.indexOf('@') + 1);
    }

    /** Somebody who has not signed in, and reads English. */
    protected Person person() {
        return person("en");
    }

    /** Somebody who has not signed in, and reads this language. */
    protected Person person(String language) {
        return new Person(chromium.browser(), mandate.baseUrl().toString(), language);
    }

    /** Paula of Contoso asks for these roles, and Nancy, the customer, approves all of it. */
    protected void granted(Person paula, Person nancy, String... roles) {
        paula.signIn("paula@contoso.example").ask("Northwind Traders", customer, roles).letMandateSend();
        nancy.openMail(customer, "Contoso Cloud").followLink().prove(customer).approve("Nancy Davolio");
        nancy.openMail(customer, "You approved the request");
    }
}
