package dev.noroshi.web;

import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Failures of pages: what happened and what to do, as a page. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageProblemHandler {

    private final ProblemAnswers answers;

    PageProblemHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ModelAndView on(Problem problem, Locale locale) {
        ModelAndView page = page(problem.kind().status(), problem.code(), problem.arguments(), locale);
        if (!problem.fields().isEmpty()) {
            page.addObject(
                    "fieldTexts",
                    problem.fields().stream()
                            .map(error -> answers.fieldText(locale, error))
                            .toList());
        }
        return page;
    }

    @ExceptionHandler
    ModelAndView on(AccessDeniedException denied, Locale locale) {
        return page(403, "not-yours", List.of(), locale);
    }

    @ExceptionHandler
    ModelAndView on(ConcurrencyFailureException overtaken, Locale locale) {
        return page(409, "stale", List.of(), locale);
    }

    private ModelAndView page(int status, String code, List<Object> arguments, Locale locale) {
        ModelAndView page = new ModelAndView("error/problem");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("heading", answers.text(locale, "error." + code, arguments));
        page.addObject("action", answers.text(locale, "error." + code + ".action", arguments));
        return page;
    }
}
