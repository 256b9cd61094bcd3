package io.mandate.web;

import io.mandate.relationship.IllegalTransitionException;
import io.mandate.relationship.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What the record refuses, in terms of HTTP, wherever a controller has no better answer. */
@ControllerAdvice
class RecordErrors {

    @ExceptionHandler
    void notFound(NotFoundException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler
    void changedMeanwhile(IllegalTransitionException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONFLICT.value());
    }
}
