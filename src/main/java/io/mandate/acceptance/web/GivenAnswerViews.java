package io.mandate.acceptance.web;

import io.mandate.acceptance.Correspondence;
import io.mandate.acceptance.GivenAnswer;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Request;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts an answer into the words of the catalog. */
@Component
class GivenAnswerViews {

    private final Correspondence words;

    GivenAnswerViews(Correspondence words) {
        this.words = words;
    }

    GivenAnswerView of(GivenAnswer given, Locale language) {
        Request request = given.request();
        Consent consent = given.consent();
        return new GivenAnswerView(
                consent.approved(), given.partner().name(), given.contact().provider(), given.contact().person(),
                given.contact().address(), request.organisation(), consent.name(), consent.address().value(),
                consent.proof(), consent.givenAt(), consent.agreementVersion(), request.reason(),
                words.granted(request.approved(), consent.givenAt(), language));
    }
}
