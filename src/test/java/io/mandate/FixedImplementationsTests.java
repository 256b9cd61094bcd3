package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.util.StreamProvider;
import javax.xml.datatype.DatatypeFactory;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.junit.jupiter.api.Test;

/** That what is said once is what would have been found. */
class FixedImplementationsTests {

    @Test
    void the_classes_are_there_and_are_taken() throws Exception {
        Class.forName(MandateApplication.class.getName());

        assertThat(System.getProperty("jakarta.mail.util.StreamProvider")).isEqualTo(MailStreamProvider.class.getName());
        assertThat(System.getProperty("javax.xml.datatype.DatatypeFactory"))
                .isEqualTo(DatatypeFactory.newDefaultInstance().getClass().getName());
        assertThat(StreamProvider.provider()).isInstanceOf(MailStreamProvider.class);
        assertThat(DatatypeFactory.newInstance()).hasSameClassAs(DatatypeFactory.newDefaultInstance());
    }
}
