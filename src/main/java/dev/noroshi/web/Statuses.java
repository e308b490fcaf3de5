package dev.noroshi.web;

/** Which texts tell about a status that no feature has words for. */
final class Statuses {

    private Statuses() {}

    static String code(int status) {
        return switch (status) {
            case 400 -> "input.unreadable";
            case 403 -> "not-yours";
            case 404 -> "page.unknown";
            case 405 -> "method.unknown";
            case 406, 415 -> "media.unknown";
            case 409 -> "stale";
            case 413 -> "input.too-large";
            case 422 -> "input.invalid";
            default -> status >= 500 ? "internal" : "other";
        };
    }
}
