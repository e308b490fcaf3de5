package dev.noroshi.web;

import dev.noroshi.web.Problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Failures of the API, as problem documents (RFC 9457) without anything internal. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblemHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiProblemHandler.class);

    private final ProblemAnswers answers;

    ApiProblemHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(Problem problem, Locale locale) {
        return answer(problem.kind().status(), answers.document(locale, problem));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(AccessDeniedException denied, Locale locale) {
        return answer(403, answers.document(locale, 403, "not-yours", List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(ConcurrencyFailureException overtaken, Locale locale) {
        return answer(409, answers.document(locale, 409, "stale", List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(HttpMessageNotReadableException unreadable, Locale locale) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return answer(413, answers.document(locale, 413, "input.too-large", List.of()));
            }
            if (cause instanceof Problem problem) {
                return on(problem, locale);
            }
        }
        if (unreadable.getCause() instanceof DatabindException misfit
                && !misfit.getPath().isEmpty()) {
            String code = misfit instanceof PropertyBindingException ? "unknown" : "type";
            return on(new InvalidInput(path(misfit), code), locale);
        }
        return unreadable(locale);
    }

    /** What does not decode as UTF-8 in the address or a form, and headers that hold more than one line of text. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Map<String, Object>> unreadable(Locale locale) {
        return answer(400, answers.document(locale, 400, "input.unreadable", List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(MethodArgumentTypeMismatchException misfit, Locale locale) {
        return on(new InvalidInput(misfit.getName(), "type"), locale);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(MissingServletRequestParameterException missing, Locale locale) {
        return on(new InvalidInput(missing.getParameterName(), "required"), locale);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(MethodArgumentNotValidException invalid, Locale locale) {
        return on(
                new InvalidInput(invalid.getBindingResult().getFieldErrors().stream()
                        .map(error -> new FieldError(error.getField(), "invalid"))
                        .toList()),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(Exception unexpected, Locale locale, HttpServletRequest request) {
        if (unexpected instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return standard(known.getStatusCode(), locale);
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        log.error("Error {} at {} {}", number, request.getMethod(), request.getRequestURI(), unexpected);
        Map<String, Object> document = answers.document(locale, 500, "internal", List.of());
        document.put("number", number);
        return answer(500, document);
    }

    private ResponseEntity<Map<String, Object>> standard(HttpStatusCode status, Locale locale) {
        return answer(
                status.value(), answers.document(locale, status.value(), Statuses.code(status.value()), List.of()));
    }

    private static ResponseEntity<Map<String, Object>> answer(int status, Map<String, Object> document) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(ProblemAnswers.MEDIA_TYPE))
                .body(document);
    }

    private static String path(DatabindException misfit) {
        return misfit.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .map(name -> name == null ? "[]" : name)
                .collect(Collectors.joining("."));
    }
}
