package io.mandate.organisation.web;

import io.mandate.organisation.NotAdministratorException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whoever speaks for no customer any more is out at once. */
@ControllerAdvice(basePackageClasses = NotAdministrators.class)
class NotAdministrators {

    @ExceptionHandler
    String out(NotAdministratorException removed, HttpServletRequest request) throws ServletException {
        request.logout();
        return "redirect:/sign-in?link=removed#customers";
    }
}
