package io.mandate;

import javax.xml.datatype.DatatypeFactory;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Says once which classes implement an interface that Java's mail and date libraries otherwise look for in every jar, at each part
 * and each name of a mail and at each due date: a fifth of the application's CPU for a lifecycle. What an operator set as a system
 * property counts. Threads that send mails must have the application's class loader, as all of Mandate's have.
 */
final class FixedImplementations {

    private FixedImplementations() {}

    /** For the whole process, which is Mandate's. */
    static void settle() {
        settle("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
        settle("javax.xml.datatype.DatatypeFactory", DatatypeFactory.newDefaultInstance().getClass().getName());
    }

    private static void settle(String factory, String implementation) {
        if (System.getProperty(factory) == null) {
            System.setProperty(factory, implementation);
        }
    }
}
