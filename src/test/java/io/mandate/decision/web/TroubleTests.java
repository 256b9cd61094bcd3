package io.mandate.decision.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mandate.decision.Decisions;
import io.mandate.decision.Evaluation;
import io.mandate.machine.Caller;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class TroubleTests {

    @Test
    void without_a_database_there_is_no_decision_and_the_answer_tells_nothing_of_the_cause() throws Exception {
        Decisions decisions = mock(Decisions.class);
        when(decisions.decide(any(Caller.class), any(Evaluation.class)))
                .thenThrow(new DataAccessResourceFailureException("jdbc:postgresql://database.internal is down"));
        var access = MockMvcBuilders.standaloneSetup(new AccessController(decisions))
                .setControllerAdvice(new AccessErrors()).build();

        access.perform(post(AccessController.EVALUATION).principal(new Caller("mail-portal", Set.of("mail"), Set.of()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "administer"},
                                 "resource": {"type": "service", "id": "mail"}}"""))
                .andExpect(status().isInternalServerError())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value("No decision could be made."))
                .andExpect(content().string(not(containsString("internal"))))
                .andExpect(jsonPath("$.decision").doesNotExist());
    }
}
