package dev.noroshi.escalation.proof;

import dev.noroshi.calendar.BusinessCalendar;
import dev.noroshi.calendar.TimeTarget;
import dev.noroshi.roster.Person;
import dev.noroshi.roster.RosterAhead;
import dev.noroshi.roster.RosterAhead.Away;
import dev.noroshi.roster.RosterAhead.Tenure;
import dev.noroshi.roster.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A roster and a ladder thrown by dice around a day; the same dice throw the same city. */
final class RandomCity {

    private static final List<String> ROLES = List.of("csirt-handler", "csirt-lead", "chief", "ciso");

    private final Random dice;
    private final LocalDate around;

    RandomCity(long seed, LocalDate around) {
        this.dice = new Random(seed);
        this.around = around;
    }

    RosterAhead roster(BusinessCalendar calendar) {
        List<Person> people = IntStream.range(0, 5).mapToObj(this::person).toList();
        List<Tenure> tenures = new ArrayList<>();
        List<Away> aways = new ArrayList<>();
        for (String role : ROLES) {
            for (int n = dice.nextInt(3); n >= 0; n--) {
                tenures.add(new Tenure(role, oneOf(people), around.minusDays(dice.nextInt(4)), perhapsLastDay()));
            }
        }
        for (Person person : people) {
            Instant from = moment();
            for (int n = dice.nextInt(3); n > 0; n--) {
                Instant until = from.plusSeconds(1 + dice.nextInt(90_000));
                Person standIn = oneOf(people);
                aways.add(new Away(
                        person.id(), standIn.equals(person) || dice.nextBoolean() ? null : standIn, from, until));
                from = until.plusSeconds(dice.nextInt(20_000));
            }
        }
        List<Rotation> rotations = dice.nextBoolean() ? List.of() : List.of(rotation(people));
        return new RosterAhead(tenures, aways, rotations, calendar);
    }

    private Rotation rotation(List<Person> people) {
        Instant swapped = moment();
        return new Rotation(
                1,
                oneOf(ROLES),
                List.of(oneOf(people).id(), oneOf(people).id()),
                around.minusDays(6 + dice.nextInt(8)),
                LocalTime.of(8 + dice.nextInt(10), 30),
                perhapsLastDay(),
                dice.nextBoolean(),
                List.of(new Rotation.Swap(oneOf(people).id(), swapped, swapped.plusSeconds(1 + dice.nextInt(50_000)))));
    }

    Set<String> bounced() {
        return dice.nextInt(3) == 0 ? Set.of("p1@city.example.jp") : Set.of();
    }

    Climb climb() {
        Set<String> telephonists = dice.nextInt(4) == 0 ? Set.of() : Set.of(oneOf(ROLES));
        List<Climb.Rung> rungs = IntStream.rangeClosed(1, 1 + dice.nextInt(4))
                .mapToObj(number ->
                        new Climb.Rung(number, oneOf(ROLES), patience(), dice.nextBoolean(), "no", telephonists))
                .toList();
        return new Climb("random", 3, rungs, new Climb.Target("receive", patience()));
    }

    private TimeTarget patience() {
        return switch (dice.nextInt(4)) {
            case 0 -> new TimeTarget(dice.nextInt(3) * dice.nextInt(100), TimeTarget.Unit.MINUTES);
            case 1 -> new TimeTarget(oneOf(List.of(0, 15, 60, 240, 525, 526, 1050)), TimeTarget.Unit.OFFICE_MINUTES);
            case 2 -> new TimeTarget(dice.nextInt(3), TimeTarget.Unit.OPEN_DAYS);
            default -> new TimeTarget(1, TimeTarget.Unit.DAYS);
        };
    }

    private Person person(int number) {
        String email = dice.nextInt(3) == 0 ? null : "p" + number + "@city.example.jp";
        String phone = dice.nextInt(3) == 0 ? null : "0175-00-000" + number;
        LocalDate first = dice.nextInt(4) == 0 ? around.plusDays(dice.nextInt(3) - 1) : null;
        LocalDate last = dice.nextInt(4) == 0 ? around.plusDays(1 + dice.nextInt(3)) : null;
        return new Person(number, null, "職員" + number, null, null, null, email, phone, null, null, "ja", first, last);
    }

    private @Nullable LocalDate perhapsLastDay() {
        return dice.nextBoolean() ? null : around.plusDays(dice.nextInt(4));
    }

    private Instant moment() {
        return around.minusDays(1)
                .atStartOfDay(BusinessCalendar.TOKYO)
                .toInstant()
                .plus(Duration.ofSeconds(dice.nextInt(300_000)));
    }

    private <T> T oneOf(List<T> all) {
        return all.get(dice.nextInt(all.size()));
    }
}
