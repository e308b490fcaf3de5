package dev.noroshi.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * What every answer carries, also those that the server gives before any of our code sees the request: no page of ours
 * runs foreign script, stands in a frame, or is taken for another kind of content.
 */
@Component
class FrontDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " object-src 'none'; frame-ancestors 'none'";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Headers());
        server.addContextCustomizers(context -> replaceErrorReport(context.getParent()));
    }

    private static void replaceErrorReport(@Nullable Container host) {
        if (host != null) {
            host.getPipeline().addValve(new PlainReport());
        }
    }

    /** After Spring Boot's own, whose error report shows a page with inline style. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static final class Headers extends ValveBase {

        Headers() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "same-origin");
            if (response.isError()) {
                response.setHeader("Cache-Control", "no-store");
            }
            getNext().invoke(request, response);
        }
    }

    /** A refusal of the server itself (an address that cannot be read, TRACE) in few words and without markup. */
    private static final class PlainReport extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            boolean api = String.valueOf(request.getRequestURI()).startsWith("/api/");
            response.setContentType(api ? ProblemAnswers.MEDIA_TYPE : "text/plain");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            try {
                response.getReporter()
                        .write(api ? document(status, request.getHeader("Accept-Language")) : words(status));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }

        private static String words(int status) {
            return "この要求は受け付けられません（" + status + "）。アドレスを確かめてください。\n" + "This request cannot be taken (" + status
                    + "). Please check the address.\n";
        }

        private static String document(int status, @Nullable String language) {
            boolean english = Languages.accepted(language).equals(Locale.ENGLISH);
            String title = english ? "This request cannot be taken." : "この要求は受け付けられません。";
            String detail = english ? "Please check the address." : "アドレスを確かめてください。";
            return "{\"type\":\"/problems/input.unreadable\",\"title\":\"" + title + "\",\"status\":" + status
                    + ",\"detail\":\"" + detail + "\"}";
        }
    }
}
