package dev.noroshi.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the city's own mail server found out about a sender (Authentication-Results, RFC 8601). Only the topmost header
 * counts, and only when the trusted server wrote it: headers below came with the mail and may say anything.
 */
final class Authentication {

    private Authentication() {}

    /**
     * @param headers values of all Authentication-Results headers, topmost first
     * @param server the trusted server's name; nothing passes without one
     * @param domain the sender's
     */
    static boolean passes(String[] headers, String server, String domain) {
        if (headers.length == 0 || server.isBlank() || domain.isBlank()) {
            return false;
        }
        String[] results = bare(headers[0]).split(";");
        String author = results[0].strip().split("\\s", 2)[0];
        if (!author.equals(server.toLowerCase(Locale.ROOT))) {
            return false;
        }
        Pattern dmarc = result("dmarc", "header\\.from", domain);
        Pattern dkim = result("dkim", "header\\.(?:d|i)", domain);
        Pattern spf = result("spf", "smtp\\.mailfrom", domain);
        boolean refused = false;
        boolean passed = false;
        for (int i = 1; i < results.length; i++) {
            String one = results[i].strip();
            refused |= one.startsWith("dmarc=fail");
            passed |= dmarc.matcher(one).matches()
                    || dkim.matcher(one).matches()
                    || spf.matcher(one).matches();
        }
        return passed && !refused;
    }

    private static Pattern result(String method, String property, String domain) {
        return Pattern.compile(method + "\\s*=\\s*pass\\b.*\\s" + property + "\\s*=\\s*\"?(?:[^\\s@\"]*@)?"
                + Pattern.quote(domain.toLowerCase(Locale.ROOT)) + "\"?(?:\\s.*)?");
    }

    /** Without comments, which may be nested, and without folding. */
    private static String bare(String header) {
        StringBuilder bare = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (char character : header.replaceAll("\\s+", " ").toCharArray()) {
            quoted ^= character == '"' && depth == 0;
            depth += character == '(' && !quoted ? 1 : 0;
            if (depth == 0) {
                bare.append(character);
            }
            depth -= character == ')' && !quoted && depth > 0 ? 1 : 0;
        }
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
