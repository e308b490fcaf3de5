package dev.noroshi.plan.check;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expression of a decision table. Values are String, Long, Boolean and null; null is neither true nor false. */
sealed interface Feel {

    /** What a cell is held against: the value of its column. */
    Name CELL = new Name("?");

    @Nullable
    Object value(Map<String, ?> facts);

    /** Itself and what it is made of. */
    default Stream<Feel> all() {
        return Stream.of(this);
    }

    /** A literal. */
    record Value(@Nullable Object literal) implements Feel {
        @Override
        public @Nullable Object value(Map<String, ?> facts) {
            return literal;
        }
    }

    /** A fact. */
    record Name(String name) implements Feel {
        @Override
        public @Nullable Object value(Map<String, ?> facts) {
            return facts.get(name);
        }
    }

    /** A comparison; of unlike things, it is neither true nor false. */
    record Compared(String sign, Feel left, Feel right) implements Feel {
        @Override
        public @Nullable Object value(Map<String, ?> facts) {
            @Nullable Object one = left.value(facts);
            @Nullable Object other = right.value(facts);
            if (sign.equals("=")) {
                return Objects.equals(one, other);
            }
            if (sign.equals("!=")) {
                return !Objects.equals(one, other);
            }
            return one instanceof Long small && other instanceof Long great ? ordered(small, great) : null;
        }

        private boolean ordered(long small, long great) {
            return switch (sign) {
                case "<" -> small < great;
                case "<=" -> small <= great;
                case ">" -> small > great;
                default -> small >= great;
            };
        }

        @Override
        public Stream<Feel> all() {
            return Stream.concat(Stream.of(this), Stream.concat(left.all(), right.all()));
        }
    }

    record Not(Feel inside) implements Feel {
        @Override
        public @Nullable Object value(Map<String, ?> facts) {
            return inside.value(facts) instanceof Boolean answer ? (Object) !answer : null;
        }

        @Override
        public Stream<Feel> all() {
            return Stream.concat(Stream.of(this), inside.all());
        }
    }

    record Both(Feel left, Feel right) implements Feel {
        @Override
        public @Nullable Object value(Map<String, ?> facts) {
            return joined(left.value(facts), right.value(facts), false);
        }

        @Override
        public Stream<Feel> all() {
            return Stream.concat(Stream.of(this), Stream.concat(left.all(), right.all()));
        }
    }

    record Either(Feel left, Feel right) implements Feel {
        @Override
        public @Nullable Object value(Map<String, ?> facts) {
            return joined(left.value(facts), right.value(facts), true);
        }

        @Override
        public Stream<Feel> all() {
            return Stream.concat(Stream.of(this), Stream.concat(left.all(), right.all()));
        }
    }

    record Choice(Feel condition, Feel then, Feel otherwise) implements Feel {
        @Override
        public @Nullable Object value(Map<String, ?> facts) {
            return (Boolean.TRUE.equals(condition.value(facts)) ? then : otherwise).value(facts);
        }

        @Override
        public Stream<Feel> all() {
            Stream<Feel> parts = Stream.concat(condition.all(), Stream.concat(then.all(), otherwise.all()));
            return Stream.concat(Stream.of(this), parts);
        }
    }

    /** Of and ({@code decisive} false) and or ({@code decisive} true) with three values. */
    private static @Nullable Object joined(@Nullable Object left, @Nullable Object right, boolean decisive) {
        if (left instanceof Boolean one && one == decisive || right instanceof Boolean other && other == decisive) {
            return decisive;
        }
        return left instanceof Boolean && right instanceof Boolean ? !decisive : null;
    }
}
