package dev.noroshi.web;

/**
 * Which page of a list is asked for ({@code ?page=&size=}).
 *
 * @param page counted from 0
 * @param size 1 to 200
 */
public record PageRequest(int page, int size) {

    public static final int LARGEST = 200;
    private static final int FURTHEST = 1_000_000;

    public PageRequest {
        if (page < 0 || page > FURTHEST) {
            throw new InvalidInput("page", "range", 0, FURTHEST);
        }
        if (size < 1 || size > LARGEST) {
            throw new InvalidInput("size", "range", 1, LARGEST);
        }
        if (page > Integer.MAX_VALUE / size) {
            throw new InvalidInput("page", "range", 0, Integer.MAX_VALUE / size);
        }
    }

    public int offset() {
        return Math.multiplyExact(page, size);
    }
}
