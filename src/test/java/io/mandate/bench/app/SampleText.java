package io.mandate.bench.app;

/** What the opponents store, about as long as what Mandate stores. */
public final class SampleText {

    public static final String SUBJECT = "Contoso Cloud asks for your permission to administer services of Northwind Traders";
    public static final String DRAFT = """
            Good day,

            Contoso Cloud asks for permission to administer a service on behalf of Northwind Traders:

            - Mail: Mail administrator, Mail settings reader, for 365 days

            Please decide here, and take away what you do not want:

            {link}

            The link can be used for 30 days. If you have questions, ask Paula Pérez, paula@contoso.example.
            """;
    public static final String SHOWN = """
            {"partner":"Contoso Cloud","organisation":"Northwind Traders","cloud":"Global cloud","agreement":"2026-10","services":[{"service":"Mail",\
            "description":"Mailboxes, calendars and address books of your organisation","roles":["Mail administrator: changes everything in the mail \
            service, including domains, delivery, retention and who may open which mailbox.","Mail settings reader: sees settings, usage and delivery \
            reports. Changes nothing and cannot read messages."],"days":365,"holder":""}]}""";

    private SampleText() {}
}
