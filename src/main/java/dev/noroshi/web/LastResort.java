package dev.noroshi.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the container reports as failed: unknown pages, refusals, and the unexpected, which gets a number. */
@Controller
public class LastResort implements ErrorController {

    /** The message with which a form is refused whose page is older than the sign-in. */
    public static final String OLD_FORM = "page.old-form";

    /** The message with which a body is refused that is not what its type says. */
    static final String UNREADABLE = "input.unreadable";

    private static final Logger log = LoggerFactory.getLogger(LastResort.class);

    private final ProblemAnswers answers;

    LastResort(ProblemAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    @Nullable
    ModelAndView fail(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        String code = Statuses.code(status);
        response.setHeader("Cache-Control", "no-store");
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith(request.getContextPath() + "/api/")) {
            boolean body = UNREADABLE.equals(request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
            answers.write(request, response, status, status == 400 && !body ? "address.unusable" : code);
            return null;
        }
        code = ofPage(code, status, request);
        ModelAndView page = new ModelAndView("error/problem");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("heading", answers.text(locale, "error." + code, List.of()));
        page.addObject("action", answers.text(locale, "error." + code + ".action", List.of()));
        if (status >= 500) {
            String number = UUID.randomUUID().toString().substring(0, 8);
            log.error("Error {} at {}", number, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
            page.addObject("errorNumber", number);
        }
        return page;
    }

    private static String ofPage(String code, int status, HttpServletRequest request) {
        if (OLD_FORM.equals(request.getAttribute(RequestDispatcher.ERROR_MESSAGE))) {
            return OLD_FORM;
        }
        return switch (status) {
            case 400, 405, 406, 415 -> "page.unusable";
            case 413 -> "page.too-large";
            default -> code;
        };
    }
}
