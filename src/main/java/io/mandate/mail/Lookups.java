package io.mandate.mail;

import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Says once which classes implement an interface that Java's mail and date libraries otherwise look for in every jar, at each part
 * and each name of a mail and at each due date: a fifth of what a whole lifecycle takes. What an operator set counts.
 */
public final class Lookups {

    private Lookups() {}

    /** For the whole process, which is Mandate's. */
    public static void settle() {
        settle("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
        settle("javax.xml.datatype.DatatypeFactory", "com.sun.org.apache.xerces.internal.jaxp.datatype.DatatypeFactoryImpl");
    }

    private static void settle(String factory, String implementation) {
        if (System.getProperty(factory) == null) {
            System.setProperty(factory, implementation);
        }
    }
}
