package dev.noroshi.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * JSON sent to the API may have 64 KiB, announced or not; forms and files have their own limits. It stands before the
 * sign-in: a form too large to be read would seem to lack its token.
 */
@Component
@Order(BodyLimit.BEFORE_SIGN_IN)
class BodyLimit extends OncePerRequestFilter {

    static final int BEFORE_SIGN_IN = -200;
    static final int LARGEST = 64 * 1024;
    /** What the server reads of a form. */
    private static final long LARGEST_FORM = 2L * 1024 * 1024;

    /** The whole roster as CSV. */
    private static final long LARGEST_TABLE = 4L * 1024 * 1024;

    private static final long LARGEST_UPLOAD = 11L * 1024 * 1024;

    private final ProblemAnswers problems;

    BodyLimit(ProblemAnswers problems) {
        this.problems = problems;
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/");
    }

    private static boolean isUpload(HttpServletRequest request) {
        return isOfType(request, "multipart/");
    }

    private static boolean isOfType(HttpServletRequest request, String wanted) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    private static long largest(HttpServletRequest request) {
        if (isUpload(request)) {
            return LARGEST_UPLOAD;
        }
        return !isApi(request) ? LARGEST_FORM : isOfType(request, "text/csv") ? LARGEST_TABLE : LARGEST;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest(request)) {
            if (isApi(request)) {
                problems.write(request, response, 413, "input.too-large");
            } else {
                response.sendError(413);
            }
            return;
        }
        if (isUpload(request) || !isApi(request)) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        return new Counted(super.getInputStream(), largest(request));
                    }
                },
                response);
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long largest;
        private long read;

        Counted(ServletInputStream body, long largest) {
            this.body = body;
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = body.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws BodyTooLarge {
            read += bytes;
            if (read > largest) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
